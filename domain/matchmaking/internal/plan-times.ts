import { Temporal } from "temporal-polyfill";
import type { Id } from "@/lib/ids";
import type { BasisTalk, PlanBasis } from "../queries/plan-basis";
import { LEAD_MS, overlaps, PLAN_LEAD_MS, type Span } from "../rules";
import { hindranceOf } from "./free-times";
import type { Half, PlanSlot } from "./planner/model";

type PersonId = Id<"person">;
export type ClosedWhy = "session" | "calendar" | "blocked" | "notThere";

/** The number of the slot that a talk stands in; undefined for one of other hours. */
export function slotNumber(slots: readonly Span[], span: Span): number | undefined {
  const at = slots.findIndex(
    ({ startsAt, endsAt }) =>
      startsAt.getTime() === span.startsAt.getTime() && endsAt.getTime() === span.endsAt.getTime(),
  );
  return at < 0 ? undefined : at;
}

/** The event's slots by its own clock: the half of the day, and where another day begins. */
export function halvesOf({ slots, event }: Pick<PlanBasis, "slots" | "event">): PlanSlot[] {
  const local = slots.map(({ startsAt }) =>
    Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(event.timeZone),
  );
  return local.map((at, index) => {
    const before = local[index - 1];
    const half: Half = at.hour < 12 ? "am" : "pm";
    const startsDay = before !== undefined && !before.toPlainDate().equals(at.toPlainDate());
    return { half, ...(startsDay ? { startsDay } : {}) };
  });
}

/** Whether nothing begins in this slot any more. */
export const isPast = (span: Span, now: Date): boolean => span.startsAt.getTime() < now.getTime() + LEAD_MS;

/** Whether a search leaves this slot as it is: nobody could be told in time. */
export const isTooSoon = (span: Span, now: Date): boolean =>
  span.startsAt.getTime() < now.getTime() + PLAN_LEAD_MS;

/** Talks of two people in a slot of today's hours: others only take time. */
export const isPlain = (slots: readonly Span[], talk: BasisTalk): boolean =>
  talk.people.length === 2 && slotNumber(slots, talk) !== undefined;

const WHY = { blocked: "blocked", elsewhere: "session", calendar: "calendar" } as const;

/** When each person has a plain talk of this event: what else their calendar calls talks is elsewhere. */
function plainStarts({ talks, slots }: PlanBasis): Map<PersonId, Set<number>> {
  const starts = new Map<PersonId, Set<number>>();
  for (const talk of talks.filter((one) => isPlain(slots, one))) {
    for (const person of talk.people)
      starts.set(person, (starts.get(person) ?? new Set()).add(talk.startsAt.getTime()));
  }
  return starts;
}

export type ClosedTimes = ReadonlyMap<PersonId, ReadonlyMap<number, ClosedWhy>>;

/**
 * Why slots are closed to people, apart from talks of two in this event: other talks, programme, calendars, their own mark.
 * Slots that are over are closed to everybody anyway.
 */
export function closedTimes(basis: PlanBasis): ClosedTimes {
  const starts = plainStarts(basis);
  return new Map(
    basis.people.map(({ id, takes }) => {
      const times = basis.availability(id);
      const talks = times.talks.filter(({ startsAt }) => !starts.get(id)?.has(startsAt.getTime()));
      const closed = new Map<number, ClosedWhy>();
      basis.slots.forEach((slot, at) => {
        const hindrance = hindranceOf(slot, { ...times, talks });
        if (hindrance === "talks" || !takes) closed.set(at, "notThere");
        else if (hindrance) closed.set(at, WHY[hindrance]);
      });
      return [id, closed] as const;
    }),
  );
}

/** Slots that somebody likes best; undefined where they said nothing. */
export function preferredOf({ availability, slots }: PlanBasis, personId: PersonId): number[] | undefined {
  const { preferred } = availability(personId);
  if (preferred.length === 0) return undefined;
  return slots.flatMap((slot, at) => (preferred.some((liked) => overlaps(slot, liked)) ? [at] : []));
}
