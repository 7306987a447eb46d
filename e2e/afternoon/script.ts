/** A matchmaking afternoon as it is to go: who is there, who asks and wishes for whom, who is late, who is missing. */
export const PEOPLE = 24;
/** So many are there before everybody's talks are planned; the others register later, and nobody has planned for them. */
export const PLANNED_FOR = 22;
export const SLOTS = 3;
/** Long enough that whoever waits in vain gives the talk up before its end. */
export const SLOT_MINUTES = 6;
/** Who has a talk next leaves half a minute after the end, and is there half a minute before it begins. */
export const PAUSE_MINUTES = 1;

/** The event's own network first; everybody belongs to one of three. */
export const NETWORKS = ["sensoriknetz-oberland", "ki-netz-mitte", "energiewende-nordkante"] as const;
export const networkOf = (person: number): string => NETWORKS[person % NETWORKS.length] ?? "";

/** These four have browsers, and the third of them lives in another time zone; everybody else is a bot. */
export const [ADA, BEN, CEM, DORA] = [0, 1, 2, 3] as const;
export const WITH_BROWSER = [ADA, BEN, CEM, DORA] as const;
export const FAR_ZONE = "America/New_York";
export const isBot = (person: number): boolean => !WITH_BROWSER.some((one) => one === person);
export const everybody: readonly number[] = Array.from({ length: PEOPLE }, (_, person) => person);

/** Comes so many seconds after the start: when the partner has waited for long enough that somebody is sent for. */
export const late = { person: 16, partner: 17, slot: 0, seconds: 150 };
/** Never comes, though Ada and they wanted nothing more than to meet. */
export const missing = { person: 11, partner: ADA, slot: 0 };
/** Came too late for the plan: the one who fits Ada in both directions is to step in, the other in one alone. */
export const STANDBY = { person: 22, slot: 2 };
export const SECOND_CHOICE = 23;

const TAGS = ["gassensorik", "kalibrierung", "prueftechnik", "it-sicherheit"] as const;
const tagAt = (at: number): string => TAGS[at % TAGS.length] ?? "";
/** Everybody seeks one topic and offers the next one; who is to step in seeks what Ada offers and the other way round. */
export const offerOf = (person: number): string => tagAt(person === STANDBY.person ? ADA : person + 1);
export const needOf = (person: number): string => tagAt(person === STANDBY.person ? ADA + 1 : person);

/** What becomes of a request; `countered` is accepted at another time, which the asked person proposes. */
export type Asked = {
  from: number;
  to: number;
  slot: number;
  becomes: "accepted" | "countered" | "declined" | "open";
};
export const asked: readonly Asked[] = [
  { from: BEN, to: DORA, slot: 0, becomes: "accepted" },
  { from: CEM, to: ADA, slot: 2, becomes: "countered" },
  { from: 4, to: DORA, slot: 1, becomes: "declined" },
  { from: 5, to: 6, slot: 0, becomes: "accepted" },
  { from: 7, to: 8, slot: 1, becomes: "accepted" },
  { from: 9, to: 10, slot: 1, becomes: "declined" },
  // Nobody answers it: it is settled if the plan brings the two together.
  { from: 13, to: 14, slot: 2, becomes: "open" },
];
/** What Ada asks when she waits in vain. */
export const askedLater: Asked = { from: ADA, to: STANDBY.person, slot: STANDBY.slot, becomes: "accepted" };

export type Talk = { slot: number; people: readonly [number, number] };
/** The time that Ada proposes instead. */
export const COUNTERED_SLOT = 1;
/** What comes of the requests, before anything is planned. */
export const agreed: readonly Talk[] = asked.flatMap(({ from, to, slot, becomes }): Talk[] => {
  if (becomes === "declined" || becomes === "open") return [];
  return [{ slot: becomes === "countered" ? COUNTERED_SLOT : slot, people: [from, to] }];
});

type Wish = { from: number; to: number; wish: "must" | "want" | "never" };
const both = (one: number, other: number, wish: Wish["wish"]): Wish[] => [
  { from: one, to: other, wish },
  { from: other, to: one, wish },
];
const FIRST_BOT = WITH_BROWSER.length;
/** Some bots further, and round again. */
const further = (person: number, by: number) =>
  FIRST_BOT + ((person - FIRST_BOT + by) % (PLANNED_FOR - FIRST_BOT));
/** What people wish of the plan. One pair keeps apart, whatever else is wished. */
export const apart = [12, 15] as const;
export const wishes: readonly Wish[] = [
  ...both(missing.person, missing.partner, "must"),
  ...both(late.person, late.partner, "must"),
  { from: apart[0], to: apart[1], wish: "never" },
  { from: apart[1], to: apart[0], wish: "must" },
  ...everybody
    .filter((person) => isBot(person) && person < PLANNED_FOR)
    .flatMap((from): Wish[] => [
      { from, to: further(from, 7), wish: "want" },
      { from, to: further(from, 11), wish: "want" },
    ]),
  { from: BEN, to: 4, wish: "want" },
  { from: CEM, to: 5, wish: "want" },
  { from: DORA, to: 9, wish: "want" },
];
/** Who has time in the first slot alone, so that the plan has one place for what they must have. */
export const inFirstSlotAlone = [missing.person, late.person] as const;
/** Two talks and no more: the one with who does not come, and the one with Cem. Her last slot stays free. */
export const limited = { person: ADA, most: 2 };

export const partnerIn = ({ people: [one, other] }: Talk, person: number): number =>
  one === person ? other : one;
export const samePair = (one: readonly number[], other: readonly number[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

export const isMissing = (person: number): boolean => person === missing.person;
export const isHeld = ({ people }: Talk): boolean => !people.some(isMissing);

const OUTCOMES = ["no_common_interest", "interesting", "cooperation_possible"] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** What each says of each talk; of one that was given up nobody is asked. */
export const outcomeOf = (person: number, talk: Talk): Outcome | undefined =>
  isHeld(talk) ? OUTCOMES[(person + talk.slot) % OUTCOMES.length] : undefined;

/** When a slot begins, in milliseconds, and when it ends. */
export const startOf = (first: number, slot: number): number =>
  first + slot * (SLOT_MINUTES + PAUSE_MINUTES) * 60_000;
export const endOf = (first: number, slot: number): number => startOf(first, slot) + SLOT_MINUTES * 60_000;
