/** A matchmaking afternoon as it is to go: who is there, who asks whom, who talks with whom, who is late, who is missing. */
export const PEOPLE = 24;
export const SLOTS = 3;
export const SLOT_MINUTES = 1;
export const PAUSE_MINUTES = 1;

/** The event's own network first; everybody belongs to one of three. */
export const NETWORKS = ["sensoriknetz-oberland", "ki-netz-mitte", "energiewende-nordkante"] as const;
export const networkOf = (person: number): string => NETWORKS[person % NETWORKS.length] ?? "";

/** These four have browsers, and the third of them lives in another time zone; everybody else is a bot. */
export const [ADA, BEN, CEM, DORA] = [0, 1, 2, 3] as const;
export const WITH_BROWSER = [ADA, BEN, CEM, DORA] as const;
export const FAR_ZONE = "America/New_York";

const TAGS = ["gassensorik", "kalibrierung", "prueftechnik", "it-sicherheit"] as const;
export const needOf = (person: number): string => TAGS[person % TAGS.length] ?? "";
export const offerOf = (person: number): string => TAGS[(person + 1) % TAGS.length] ?? "";

/** What becomes of a wish; `countered` is accepted at another time, which the asked person proposes. */
export type Asked = {
  from: number;
  to: number;
  slot: number;
  becomes: "accepted" | "countered" | "declined" | "open";
};
export const asked: readonly Asked[] = [
  { from: ADA, to: BEN, slot: 0, becomes: "accepted" },
  { from: CEM, to: ADA, slot: 2, becomes: "countered" },
  { from: 4, to: DORA, slot: 0, becomes: "declined" },
  { from: 5, to: 6, slot: 0, becomes: "accepted" },
  { from: 7, to: 8, slot: 0, becomes: "accepted" },
  { from: 9, to: 10, slot: 1, becomes: "accepted" },
  { from: 11, to: 12, slot: 1, becomes: "declined" },
  { from: 13, to: 14, slot: 2, becomes: "open" },
];

export type Talk = { slot: number; people: readonly [number, number] };
const inSlot = (slot: number, ...pairs: readonly (readonly [number, number])[]): Talk[] =>
  pairs.map((people) => ({ slot, people }));

/** What comes of the wishes above; the time that Ada proposes instead is the second slot. */
const agreed = [...inSlot(0, [ADA, BEN], [5, 6], [7, 8]), ...inSlot(1, [ADA, CEM], [9, 10])];
/** What the office books. */
export const booked: readonly Talk[] = [
  ...inSlot(0, [CEM, DORA], [4, 9], [10, 11], [12, 13], [14, 15], [16, 17], [18, 19], [20, 21], [22, 23]),
  ...inSlot(1, [BEN, 4], [DORA, 5], [6, 7], [8, 11], [12, 15], [13, 16]),
  ...inSlot(2, [BEN, DORA], [ADA, 5], [CEM, 6], [4, 7], [9, 12], [10, 14]),
];
export const talks: readonly Talk[] = [...agreed, ...booked].sort((a, b) => a.slot - b.slot);

export const talkOf = (person: number, slot: number): Talk | undefined =>
  talks.find((talk) => talk.slot === slot && talk.people.includes(person));
export const partnerIn = ({ people: [one, other] }: Talk, person: number): number =>
  one === person ? other : one;

/** Comes so many seconds after the start. */
export const late = { person: 16, slot: 0, seconds: 20 };
/** Never comes. In the middle slot: nobody is missing before a room was open for five minutes. */
export const missing = { person: 11, slot: 1 };
export const isMissing = (person: number, slot: number): boolean =>
  person === missing.person && slot === missing.slot;
export const isHeld = ({ slot, people }: Talk): boolean => !people.some((person) => isMissing(person, slot));

const OUTCOMES = ["no_common_interest", "interesting", "cooperation_possible"] as const;
export type Outcome = (typeof OUTCOMES)[number] | "did_not_happen";
/** What each says of each talk; who did not come says nothing. */
export function outcomeOf(person: number, talk: Talk): Outcome | undefined {
  if (isMissing(person, talk.slot)) return undefined;
  if (!isHeld(talk)) return "did_not_happen";
  return OUTCOMES[(person + talk.slot) % OUTCOMES.length];
}

/** When a slot begins, in milliseconds, and when it ends. */
export const startOf = (first: number, slot: number): number =>
  first + slot * (SLOT_MINUTES + PAUSE_MINUTES) * 60_000;
export const endOf = (first: number, slot: number): number => startOf(first, slot) + SLOT_MINUTES * 60_000;
