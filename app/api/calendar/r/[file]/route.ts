import { jsonQuery } from "@/auth/doors";
import { registrationFileFor } from "@/domain/calendar/queries";
import { calendarResponse } from "@/lib/ics/response";
import { idOf } from "@/lib/ids";

/** `/api/calendar/r/{registrationId}.ics`: for the holder of the registration only. */
export const GET = jsonQuery(async ({ params, actor }) => {
  const id = idOf("registration").safeParse((params.file ?? "").replace(/\.ics$/, ""));
  const text = id.success ? await registrationFileFor(actor, id.data) : undefined;
  return calendarResponse(text, "plenum.ics");
});
