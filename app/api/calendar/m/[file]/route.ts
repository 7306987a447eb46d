import { jsonQuery } from "@/auth/doors";
import { meetingFileFor } from "@/domain/calendar/queries";
import { calendarResponse } from "@/lib/ics/response";
import { idOf } from "@/lib/ids";

/** `/api/calendar/m/{meetingId}.ics`: for the two people of the talk only. */
export const GET = jsonQuery(async ({ params, actor }) => {
  const id = idOf("meeting").safeParse((params.file ?? "").replace(/\.ics$/, ""));
  const text = id.success ? await meetingFileFor(actor, id.data) : undefined;
  return calendarResponse(text, "plenum-talk.ics");
});
