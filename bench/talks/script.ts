/** What is to happen: who talks with whom in which slot, who comes late and who does not come at all. */
export const SLOTS = 3;
/** Minutes are what slots are made of; a room opens two minutes before its talk, so the first one is met at once. */
export const SLOT_MINUTES = 1;
export const PAUSE_MINUTES = 1;
const MINUTE = 60_000;
/** In the middle slot, so that its room has been open for five minutes when the report is read. */
const MISSING_SLOT = 1;
const LATE_SLOT = 0;
export const LATE_MS = 20_000;
const EVERY = 10;

export type PlannedTalk = { slot: number; people: readonly [number, number] };

/** Everybody of the first half talks in every slot with another one of the second half. */
export const talksOf = (talks: number): PlannedTalk[] =>
  Array.from({ length: SLOTS }, (_, slot) =>
    Array.from(
      { length: talks },
      (_, nth): PlannedTalk => ({
        slot,
        people: [nth, talks + ((nth + slot) % talks)],
      }),
    ),
  ).flat();

export const isMissing = (person: number, slot: number): boolean =>
  slot === MISSING_SLOT && person % EVERY === 0;
export const isLate = (person: number, slot: number): boolean => slot === LATE_SLOT && person % EVERY === 1;

export const startOf = (first: number, slot: number): number =>
  first + slot * (SLOT_MINUTES + PAUSE_MINUTES) * MINUTE;
export const endOf = (first: number, slot: number): number => startOf(first, slot) + SLOT_MINUTES * MINUTE;

/** From when to when somebody was connected to the room of a slot, in milliseconds of this machine's clock. */
export type Stay = { slot: number; from: number; to: number };
export type Range = { least: number; most: number };
export type Expected = { talks: number; held: number; noShows: number; minutes: Range };

/** Webhooks tell who came and went a little later than the bots themselves know it. */
const BLUR_SECONDS = 6;
const wholeMinutes = (seconds: number) => Math.round(Math.max(0, seconds) / 60);

function togetherSeconds(one: Stay | undefined, other: Stay | undefined): number {
  if (!one || !other) return 0;
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from)) / 1000;
}

/** What one talk adds to the line of one of its people. */
function added(line: Expected, seconds: number, came: boolean): Expected {
  const isHeld = seconds > 0;
  const { least, most } = line.minutes;
  return {
    talks: line.talks + 1,
    held: line.held + (isHeld ? 1 : 0),
    noShows: line.noShows + (came ? 0 : 1),
    minutes: {
      least: least + (isHeld ? wholeMinutes(seconds - BLUR_SECONDS) : 0),
      most: most + (isHeld ? wholeMinutes(seconds + BLUR_SECONDS) : 0),
    },
  };
}

const nothing: Expected = { talks: 0, held: 0, noShows: 0, minutes: { least: 0, most: 0 } };

/** What the report has to say of each person: counted from what the bots did, by nothing that the product has. */
export function expectedOf(
  talks: readonly PlannedTalk[],
  stays: ReadonlyMap<number, readonly Stay[]>,
): Map<number, Expected> {
  const all = new Map<number, Expected>();
  const stayOf = (person: number, slot: number) =>
    (stays.get(person) ?? []).find((stay) => stay.slot === slot);
  for (const { slot, people } of talks) {
    const [one, other] = people;
    const seconds = togetherSeconds(stayOf(one, slot), stayOf(other, slot));
    for (const person of people)
      all.set(person, added(all.get(person) ?? nothing, seconds, stayOf(person, slot) !== undefined));
  }
  return all;
}
