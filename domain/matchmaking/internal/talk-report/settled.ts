import type { EventId, Facts, TalkFact } from "./facts";

/** Whether nothing more is to be said of a talk: everybody has, or nobody can. */
const isSaid = ({ isGivenUp, isSayable, people }: TalkFact) =>
  isGivenUp || !isSayable || people.every(({ outcome }) => outcome !== null);

/**
 * The same facts without what came of the talks of events at which more may be said. Whoever can watch sums of outcomes grow
 * from the fifth person on knows what each next one said: so all of an event are told at once.
 */
export function settledFacts({ wishes, talks }: Facts, over: ReadonlySet<EventId>): Facts {
  const open = new Set(
    talks.filter((talk) => !over.has(talk.eventId) || !isSaid(talk)).map((one) => one.eventId),
  );
  const untold = (talk: TalkFact): TalkFact => ({
    ...talk,
    people: talk.people.map((one) => ({ ...one, outcome: null })),
  });
  return { wishes, talks: talks.map((talk) => (open.has(talk.eventId) ? untold(talk) : talk)) };
}
