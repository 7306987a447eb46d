import { jsonQuery } from "@/auth/doors";
import { personalCalendarText } from "@/domain/calendar/queries/personal";
import { personalFeedResponse } from "@/lib/ics/response";

/** `/api/calendar/p/{token}.ics`: everything one person takes part in, for whoever knows the address; it reads no cookie. */
export const GET = jsonQuery(async ({ params }) =>
  personalFeedResponse(await personalCalendarText((params.file ?? "").replace(/\.ics$/, ""))),
);
