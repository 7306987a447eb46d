import { closeAttendance } from "@/domain/attendance/commands/close-attendance";
import { listEventsToClose } from "@/domain/attendance/queries";
import { now } from "@/lib/time/clock";
import { worker } from "./mails/parts";

/** Writes down who was there how long, once an event is over for good. Running it again finds nothing to do. */
export async function closeAttendances(): Promise<void> {
  for (const eventId of await listEventsToClose(now())) {
    await closeAttendance({ actor: worker, input: { eventId } });
  }
}
