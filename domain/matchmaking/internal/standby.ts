/** Somebody who could step in for whoever did not come to a talk. */
export type StandbyCandidate = {
  personId: string;
  /** How well the two fit. */
  score: number;
  /** Neither in a talk nor elsewhere, for as long as a talk takes. */
  isFree: boolean;
  /** In the event's room at this moment, so that an answer may come at once. */
  isPresent: boolean;
  /** Takes part online; whoever is on site and not in the room cannot be asked now. */
  isOnline: boolean;
  /** Agreed talks in this event: whoever has few is glad of one. */
  talks: number;
};

export const STANDBYS = 3;

/** Who is offered, best first: a fit at all, then whoever is there, the better fit, and the fewer talks. */
export const standbysAmong = <Candidate extends StandbyCandidate>(
  candidates: readonly Candidate[],
): Candidate[] =>
  candidates
    .filter(({ score, isFree, isPresent, isOnline }) => score > 0 && isFree && (isPresent || isOnline))
    .toSorted(
      (one, other) =>
        Number(other.isPresent) - Number(one.isPresent) ||
        other.score - one.score ||
        one.talks - other.talks ||
        one.personId.localeCompare(other.personId),
    )
    .slice(0, STANDBYS);
