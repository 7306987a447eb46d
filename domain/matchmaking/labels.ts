/** What a person can say of themselves for talks, besides tags and one sentence. */
export const roles = [
  "management",
  "development",
  "production",
  "purchasing",
  "sales",
  "research",
  "network",
  "other",
] as const;
export const sizes = ["up_to_9", "up_to_49", "up_to_249", "more", "research"] as const;
/** Where: the federal states by ISO 3166-2, and elsewhere. */
export const regions = [
  ...(["DE-BW", "DE-BY", "DE-BE", "DE-BB", "DE-HB", "DE-HH", "DE-HE", "DE-MV", "DE-NI", "DE-NW"] as const),
  ...(["DE-RP", "DE-SL", "DE-SN", "DE-ST", "DE-SH", "DE-TH", "AT", "CH", "EU", "other"] as const),
] as const;
export const languages = ["de", "en", "fr", "pl"] as const;
/** How and when somebody likes to talk. */
export const ways = ["online", "onsite", "morning", "afternoon"] as const;
/** What can be kept from others; tags and sentence are what a suggestion is made of. */
export const hideable = ["role", "size", "region", "languages", "cooperation", "ways", "sentence"] as const;
export type Hideable = (typeof hideable)[number];

/** A slot of the matrix of talks; its place in the list is its number. Instants as UTC texts. */
export type MatrixSlot = { startsAt: string; endsAt: string };
export type MatrixPerson = { id: string; name: string; organisation: string; quota: number };
export type MatrixTalk = {
  /** Of a planned talk, or of a meeting; the prefix says which. */
  id: string;
  people: string[];
  /** Null for a talk of the plan that has no time. */
  slot: number | null;
  place: "online" | "table" | "mixed";
  table: number | null;
  /** Booked: agreed by the people themselves or by hand, and never moved by planning. */
  state: "draft" | "published" | "booked" | "held" | "cancelled";
  locked: boolean;
  /** Planned and still ahead, though one of them keeps away from the other by now; which, and how, is not told. */
  unwanted: boolean;
  /** Why these people, in the reader's words. */
  reasons: { text: string }[];
};
export type Closed = { personId: string; slot: number; why: "session" | "calendar" | "blocked" | "notThere" };
/** `reason` is a key of the texts `plan.unplaced`. */
export type UnplacedWish = {
  a: string;
  b: string;
  kind: "must" | "want" | "open";
  reason: string;
  values: Record<string, string | number>;
};
/** `score` and `bound` are sums of what placed wishes are worth; `gap` is what is missing to the bound, as a part of it. */
export type PlanRunView = {
  id: string;
  phase: string;
  /** Wishes with a place, of all that somebody has; and talks beside them that nobody asked for. */
  placed: number;
  wishes: number;
  suggested: number;
  /** Times somebody has idle slots between two talks; a rest that is due is none. Null where nobody counted. */
  gaps: number | null;
  /** So many talks in a row were to be followed by a rest (0: none was asked for), and talks that come without it. */
  restAfter: number;
  withoutRest: number | null;
  /** Talks of the published plan that move or fall away. */
  changed: number | null;
  score: number;
  bound: number | null;
  gap: number | null;
  seconds: number;
  state: "running" | "stopped" | "done" | "failed";
};
/** How a talk was before the last change of the draft, and how many changes there are. */
export type PlanUndo = {
  steps: number;
  talkId: string;
  slot: number | null;
  table: number | null;
  locked: boolean;
};
/** A talk that people know and that the draft moves or takes back. Slots by their numbers; null for one of other hours. */
export type PlanDifference = {
  what: "move" | "remove";
  people: string[];
  from: number | null;
  to: number | null;
};
/** `changed` is the sum of what is new, what moves and what falls away. */
export type PlanDraft = {
  version: number;
  changed: number;
  added: number;
  moved: number;
  removed: number;
  mails: number;
  undo: PlanUndo | null;
  differences: PlanDifference[];
};
/** What the organizer's matrix shows. Plain values: it crosses to the browser. */
export type PlanMatrix = {
  eventId: string;
  zone: string;
  slots: MatrixSlot[];
  tables: number;
  people: MatrixPerson[];
  talks: MatrixTalk[];
  closed: Closed[];
  unplaced: UnplacedWish[];
  /** Of the published plan; null before the first. */
  version: number | null;
  draft: PlanDraft | null;
  run: PlanRunView | null;
};

/** Why a talk can't go there: keys of the texts `plan.refusals`, with what they name. */
export type MoveRefusal =
  | { reason: "personBusy" | "sessionThen" | "calendarThen" | "blockedThen" | "notThereThen"; name: string }
  | { reason: "quotaReached"; name: string; quota: number }
  | { reason: "noTableFree" | "lockedTalk" | "bookedTalk" | "pastSlot" | "unknownTalk" | "unknownSlot" };

/** Why somebody is not to be suggested: the topic, that one knows them already, or just not this time. */
export const dismissReasons = ["topic", "known", "not_now"] as const;
