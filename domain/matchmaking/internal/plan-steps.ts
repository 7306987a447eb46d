import type { Id } from "@/lib/ids";
import type { BasisTalk, DraftedTalk, PlanBasis } from "../queries/plan-basis";
import { placeOf, type TalkPlace } from "../rules";
import type { Spot } from "./place-talks";
import { isPast } from "./plan-times";

type PersonId = Id<"person">;

/** What publishing a draft does to one talk. */
export type PlanStep =
  | { what: "add"; talk: DraftedTalk; people: readonly [PersonId, PersonId]; to: Spot }
  | { what: "move"; talk: DraftedTalk; meeting: BasisTalk; to: Spot }
  | { what: "remove"; meeting: BasisTalk };

/** Where a talk of two people takes place, by how they take part. */
export function placeFor(
  { people, tables }: Pick<PlanBasis, "people" | "tables">,
  ids: readonly PersonId[],
): TalkPlace {
  const attendances = ids.map((id) => people.find((person) => person.id === id)?.attendance ?? "online");
  return placeOf(attendances, tables > 0);
}

/** Where the draft has a talk; undefined without a time, or for a time that is none of the event's slots any more. */
export function spotOf(basis: PlanBasis, { startsAt, tableNumber, ...talk }: DraftedTalk): Spot | undefined {
  const slot = basis.slots.find((one) => one.startsAt.getTime() === startsAt?.getTime());
  if (!slot) return undefined;
  const place = placeFor(basis, [talk.onePersonId, talk.otherPersonId]);
  return { ...slot, place, table: place === "online" ? null : tableNumber };
}

const isSame = (meeting: BasisTalk, to: Spot) =>
  meeting.startsAt.getTime() === to.startsAt.getTime() &&
  meeting.endsAt.getTime() === to.endsAt.getTime() &&
  meeting.place === to.place &&
  meeting.table === to.table;

/** Talks that a plan made and the next one may still change: agreed, and nothing of them has begun. */
export const plannedAhead = ({ talks, now }: PlanBasis): BasisTalk[] =>
  talks.filter((talk) => talk.plan !== undefined && !isPast(talk, now));

function stepOf(basis: PlanBasis, talk: DraftedTalk, meetings: ReadonlyMap<string, BasisTalk>): PlanStep[] {
  const to = spotOf(basis, talk);
  const meeting = talk.meetingId === null ? undefined : meetings.get(talk.meetingId);
  // Called off or begun since the draft was made: no plan brings that back, or moves it. Nor to a time that is over.
  if (!to || (talk.meetingId !== null && !meeting) || isPast(to, basis.now)) return [];
  if (!meeting) return [{ what: "add", talk, people: [talk.onePersonId, talk.otherPersonId], to }];
  return isSame(meeting, to) ? [] : [{ what: "move", talk, meeting, to }];
}

/** The difference between the draft and what people know. The page shows it, and publishing does exactly this. */
export function stepsOf(basis: PlanBasis): PlanStep[] {
  if (basis.plan?.draftVersion == null) return [];
  const ahead = plannedAhead(basis);
  const meetings = new Map<string, BasisTalk>(ahead.map((talk) => [talk.id, talk]));
  const kept = new Set(
    basis.drafted.flatMap((talk) => (talk.meetingId && spotOf(basis, talk) ? [talk.meetingId] : [])),
  );
  const removed = ahead.filter(({ id }) => !kept.has(id));
  return [
    ...basis.drafted.flatMap((talk) => stepOf(basis, talk, meetings)),
    ...removed.map((meeting) => ({ what: "remove" as const, meeting })),
  ];
}

/** Who is told of what: everybody once of all their new talks, and of each talk that moves or falls away. */
export function lettersOf(steps: readonly PlanStep[]) {
  const added = new Set(steps.flatMap((step) => (step.what === "add" ? step.people : [])));
  const others = steps.flatMap((step) => (step.what === "add" ? [] : step.meeting.people));
  return { people: [...added], mails: added.size + others.length };
}

/** Numbers of a difference, as the page and the version say them. */
export const countSteps = (steps: readonly PlanStep[]) => ({
  added: steps.filter(({ what }) => what === "add").length,
  moved: steps.filter(({ what }) => what === "move").length,
  removed: steps.filter(({ what }) => what === "remove").length,
  mails: lettersOf(steps).mails,
});
