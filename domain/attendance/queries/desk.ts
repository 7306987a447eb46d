import "server-only";
import { db, type Reader } from "@/db/client";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { type AttendanceTotal, attendanceOf } from "../queries";
import { hasBegun, type Presence, presenceIn } from "../rules";

/** `minutes` while people are named, `total` once they are not; neither of what has not begun or keeps no minutes. */
export type DeskPresence = { minutes: Presence | undefined; total: AttendanceTotal | undefined };

/** Who of all, or of these registrations, was there, as the desk and the file of an event both say it. A sound check before the start is no presence. */
export async function presenceForDesk(
  viewer: Actor,
  {
    eventId,
    now,
    registered,
  }: { eventId: Id<"event">; now: Date; registered?: readonly Id<"registration">[] | undefined },
  reader: Reader = db(),
): Promise<DeskPresence> {
  const event = await eventScope(reader, eventId);
  const report =
    event && hasBegun(event, now)
      ? await attendanceOf(viewer, { eventId, now, registered }, reader)
      : undefined;
  return {
    minutes: report && "people" in report ? presenceIn(report.people) : undefined,
    total: report && "total" in report ? report.total : undefined,
  };
}
