import type { EventDetail } from "@/components/programme/event-views";
import type { AttendanceReport } from "@/domain/attendance/queries";
import { minutesOf, secondsByRegistration } from "@/domain/attendance/rules";
import type { Id } from "@/lib/ids";

/** True from the start on; nobody can have been at a draft or at what was called off. */
export const hasBegun = (
  { status, startsAt }: Pick<EventDetail, "status" | "startsAt">,
  now: Date,
): boolean => status === "live" || status === "ended" || (status === "published" && startsAt <= now);

/** Minutes by registration; undefined where nobody is named: no minutes are kept, or they are forgotten. */
export type Presence = ReadonlyMap<Id<"registration">, number>;

export function presenceIn(report: AttendanceReport | undefined): Presence | undefined {
  if (!report || !("people" in report)) return undefined;
  const seconds = secondsByRegistration(report.people);
  return new Map([...seconds].map(([registrationId, present]) => [registrationId, minutesOf(present)]));
}
