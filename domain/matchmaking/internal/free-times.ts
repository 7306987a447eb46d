import { overlaps, type Span } from "../rules";

/** All that keeps one person from a talk, and what they would like best. Pure, so that the planner uses it as well. */
export type Availability = {
  /** Agreed talks, whatever their event. */
  talks: readonly Span[];
  /** Where else they are: other events, items in which they speak, breaks of the event. */
  elsewhere: readonly Span[];
  /** What their own calendars say. */
  calendar: readonly Span[];
  /** Slots that they marked. */
  blocked: readonly Span[];
  preferred: readonly Span[];
};

export const unmarked: Availability = { talks: [], elsewhere: [], calendar: [], blocked: [], preferred: [] };

/** Why somebody is not free; what they marked themselves comes first, because they can change that with a click. */
export type Hindrance = "talks" | "blocked" | "elsewhere" | "calendar";
const order: readonly Hindrance[] = ["talks", "blocked", "elsewhere", "calendar"];

/** What keeps a person from this slot; undefined when nothing does. The one rule of asking, answering and planning. */
export const hindranceOf = (slot: Span, availability: Availability): Hindrance | undefined =>
  order.find((kind) => availability[kind].some((taken) => overlaps(slot, taken)));

export const isPreferred = (slot: Span, { preferred }: Availability): boolean =>
  preferred.some((one) => overlaps(slot, one));

/**
 * Free slots in the order in which they are proposed: those that most of the people like best come first, then the
 * earliest. The first few of them are then told in the order of the day.
 */
export function proposed(slots: readonly Span[], people: readonly Availability[], most: number): Span[] {
  const liking = (slot: Span) => people.filter((person) => isPreferred(slot, person)).length;
  return slots
    .filter((slot) => people.every((person) => hindranceOf(slot, person) === undefined))
    .toSorted((a, b) => liking(b) - liking(a) || a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, most)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
