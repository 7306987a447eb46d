const DAY_MS = 24 * 3_600_000;

/**
 * For how many days each kind of row is kept (P10, P19). The jobs delete by this table, and a test holds the privacy
 * notice to the same numbers.
 */
export const keptDays = {
  /** After the event. A registration that nobody has proven or used goes sooner. */
  registrations: 180,
  unproven: 7,
  /** Diet, access needs and the like. */
  sensitive: 14,
  talks: 180,
  /** Of somebody's own calendar, after they are over: what it said of the past serves nothing. */
  busyTimes: 30,
  attendance: 180,
  presence: 180,
  chat: 30,
  /** Files, links and faces of speakers, after the event. */
  materials: 365,
  /** After the address was last proven, for people with nothing here that needs them. */
  people: 180,
  /** After it was written or received. */
  mails: 30,
  receipts: 30,
  facts: 30,
  answers: 2,
  /** Files that came with a form which was never accepted. */
  uploads: 1,
  signals: 1,
  /** On a board, after they were last valid. */
  entries: 180,
} as const;
export type Kept = keyof typeof keptDays;

/**
 * What a network may keep for less time than that, after its events: one number for each. Whoever was admitted and spoke
 * goes with the registrations, because neither makes sense without the other. The constraints of the table say the same.
 */
export const networkLimits = {
  registrations: { least: 7, most: keptDays.registrations },
  sensitive: { least: 1, most: keptDays.sensitive },
  chat: { least: 1, most: keptDays.chat },
} as const;
export type NetworkLimit = keyof typeof networkLimits;

/** The number of the network that rules over rows of its events; null for what every network keeps alike. */
export const limitOf = {
  registrations: "registrations",
  talks: "registrations",
  attendance: "registrations",
  presence: "registrations",
  sensitive: "sensitive",
  chat: "chat",
  materials: null,
} as const satisfies Partial<Record<Kept, NetworkLimit | null>>;
export type KeptOfEvent = keyof typeof limitOf;

/** What ended or was written before this instant goes. */
export const keptSince = (what: Kept, now: Date): Date => new Date(now.getTime() - keptDays[what] * DAY_MS);
