import type { Send } from "../../intended";
import type {
  PlannedPair,
  RequestRow,
  RoundRow,
  TalkEvidence,
  TalkFact,
  TalkMail,
  TalkOperation,
  TalkRow,
} from "../../talks/evidence";
import { referenceOf } from "../mails";
import { stampOf } from "./calendars";

const EVENT = "evt_gespraeche";
const T0 = 1_800_000_000_000;
const SLOT_MS = 1_200_000;
const FIRST = 1_800_259_200_000;
/** The start of a slot by its number. */
export const slot = (number: number) => FIRST + number * SLOT_MS;

const names = ["petra", "quirin", "rosa", "sven"] as const;
type Name = (typeof names)[number];
const idOf = (name: string) => `per_${name}`;
export const emailOf = (name: string) => `gespraech-${name}@example.org`;

export const aTalkSend = (at: number, values: Partial<Send> = {}): Send => ({
  ...{ sentAt: T0 + at * 100, endedAt: T0 + at * 100 + 50, outcome: "ok", status: 200, said: "" },
  ...values,
});

type Said = Omit<Partial<TalkOperation>, "people"> & { people?: readonly Name[] };
/** The `at`-th thing that was done, with what it was told. */
const op = (
  at: number,
  kind: TalkOperation["kind"],
  said: string,
  { people = [], ...values }: Said,
): TalkOperation => ({
  ...{ key: `gespraech-${at}`, kind, about: "", starts: [], isBad: false },
  people: people.map(idOf),
  sends: [aTalkSend(at, { said })],
  ...values,
});

/** Done at `at`, and its fact within it. */
export const aTalkFact = (at: number, kind: string, values: Partial<TalkFact> = {}): TalkFact => ({
  ...{ seq: at * 10, id: `fct_${at}`, kind, at: T0 + at * 100 + 20, isTold: true },
  ...{ requestId: "", meetingId: "", version: 0, added: [] },
  ...values,
});

const request = (
  id: string,
  [from, to]: readonly [Name, Name],
  note: number,
  values: Partial<RequestRow>,
): RequestRow => ({
  ...{ id, from: idOf(from), to: idOf(to), note: `gespraech-${note}`, status: "accepted", isCounter: false },
  ...values,
});

type Made = Partial<TalkRow> & { at: number };
const talk = (id: string, people: readonly Name[], { at, ...values }: Made): TalkRow => {
  const span = { startsAt: slot(at), endsAt: slot(at) + SLOT_MS };
  const status = values.status ?? "accepted";
  const spot = { place: "online", table: null };
  return {
    ...{ id, requestId: null, roundId: `rnd_${id}`, ...span, ...spot },
    ...{ sequence: 0, isPlanned: false, isWithdrawn: false, status },
    people: people.map((name) => ({ personId: idOf(name), ...span, status })),
    ...values,
  };
};

const roundOf = ({ roundId, startsAt, endsAt, status, people }: TalkRow): RoundRow => ({
  ...{ id: roundId ?? "", startsAt, endsAt, isCancelled: status === "cancelled", rooms: [`room ${roundId}`] },
  people: people.map(({ personId }) => personId),
});

type Shown = { uid: string; sequence: number; at: number; isGone?: boolean };
/** A calendar file with these entries. */
export const calendarOf = (method: string, entries: readonly Shown[]): string =>
  [
    ...["BEGIN:VCALENDAR", `METHOD:${method}`],
    ...entries.flatMap(({ uid, sequence, at, isGone }) => [
      ...["BEGIN:VEVENT", `UID:${uid}@plenum.example.org`, `SEQUENCE:${sequence}`],
      ...[`DTSTART;TZID=Europe/Berlin:${stampOf(slot(at))}`, `STATUS:${isGone ? "CANCELLED" : "CONFIRMED"}`],
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ].join("\r\n");

const mail = (dedupeKey: string, name: Name, ics = ""): TalkMail => ({
  ...{ id: `mail ${dedupeKey}`, dedupeKey, kind: dedupeKey.split(":")[0] ?? "", subjectId: "" },
  ...{ to: emailOf(name), state: "sent", ics },
});

/** What both of a talk are written of a change. */
const told = (fact: TalkFact, people: readonly Name[], shown: Omit<Shown, "uid">): TalkMail[] =>
  people.map((name) => {
    const method = shown.isGone ? "CANCEL" : "REQUEST";
    const ics = calendarOf(method, [{ ...shown, uid: fact.meetingId }]);
    return mail(`${fact.kind}:${fact.meetingId}:${idOf(name)}:${fact.id}`, name, ics);
  });

const [P, Q, R, S] = names;
const facts: TalkFact[] = [
  aTalkFact(1, "meeting.requested", { requestId: "req_1" }),
  aTalkFact(2, "meeting.accepted", { meetingId: "mtg_1" }),
  aTalkFact(3, "meeting.moved", { meetingId: "mtg_1" }),
  aTalkFact(4, "meeting.requested", { requestId: "req_2" }),
  aTalkFact(5, "meeting.countered", { requestId: "req_3" }),
  aTalkFact(6, "meeting.accepted", { meetingId: "mtg_2" }),
  aTalkFact(7, "meeting.cancelled", { meetingId: "mtg_2" }),
  aTalkFact(8, "meeting.requested", { requestId: "req_4" }),
  aTalkFact(9, "meeting.declined", { requestId: "req_4" }),
  aTalkFact(10, "meeting.requested", { requestId: "req_5" }),
  aTalkFact(11, "meeting.withdrawn", { requestId: "req_5" }),
  aTalkFact(12, "meeting.requested", { requestId: "req_6" }),
  aTalkFact(13, "meeting.accepted", { meetingId: "mtg_3" }),
  aTalkFact(15, "plan.published", { version: 1, added: ["mtg_4", "mtg_5"] }),
  // One transaction: what moves, what falls away, and the plan itself.
  aTalkFact(16, "meeting.moved", { meetingId: "mtg_4" }),
  aTalkFact(16, "meeting.cancelled", { meetingId: "mtg_5", seq: 161, id: "fct_16b" }),
  aTalkFact(16, "plan.published", { version: 2, seq: 162, id: "fct_16c" }),
];
const factAt = (id: string): TalkFact => facts.find((fact) => fact.id === id) ?? aTalkFact(0, "none");

const twice = { sends: [aTalkSend(1, { outcome: "unknown", status: 0 }), aTalkSend(1, { said: "req_1" })] };
const refused = (at: number, said: string) => ({
  sends: [aTalkSend(at, { outcome: "fail", status: 409, said })],
});
const operations: TalkOperation[] = [
  op(1, "ask", "", { people: [P, Q], starts: [slot(0), slot(1)], ...twice }),
  op(2, "accept", "mtg_1", { people: [P, Q], about: "req_1", starts: [slot(0)] }),
  op(3, "move", "mtg_1", { people: [P, Q], about: "mtg_1", starts: [slot(2)] }),
  op(4, "ask", "req_2", { people: [R, P], starts: [slot(0)] }),
  op(5, "counter", "req_3", { people: [R, P], about: "req_2", starts: [slot(3)] }),
  op(6, "accept", "mtg_2", { people: [P, R], about: "req_3", starts: [slot(3)] }),
  op(7, "call-off", "mtg_2", { people: [P, R], about: "mtg_2" }),
  op(8, "ask", "req_4", { people: [S, Q], starts: [slot(7)] }),
  op(9, "decline", "", { people: [S, Q], about: "req_4" }),
  op(10, "ask", "req_5", { people: [S, P], starts: [slot(7)] }),
  op(11, "withdraw", "req_5", { people: [S, P], about: "req_5" }),
  op(12, "ask", "req_6", { people: [Q, S], starts: [slot(4)] }),
  op(13, "book", "mtg_3", { people: [R, S], starts: [slot(4)] }),
  op(14, "accept", "", { people: [Q, S], about: "req_6", starts: [slot(4)], ...refused(14, "slot_taken") }),
  op(15, "publish", "1", { about: "run_1" }),
  op(16, "publish", "2", { about: "run_2" }),
  op(17, "ask", "", { people: [P, P], starts: [slot(0)], isBad: true, ...refused(17, "with_oneself") }),
];

const planned = { isPlanned: true };
const meetings: TalkRow[] = [
  talk("mtg_1", [P, Q], { at: 2, requestId: "req_1", sequence: 1 }),
  talk("mtg_2", [P, R], { at: 3, requestId: "req_3", sequence: 1, status: "cancelled" }),
  // Sven alone comes to the house.
  talk("mtg_3", [R, S], { at: 4, place: "mixed", table: 1 }),
  talk("mtg_4", [P, S], { at: 7, sequence: 1, place: "mixed", table: 1, ...planned }),
  talk("mtg_5", [Q, R], { at: 6, sequence: 1, status: "cancelled", isWithdrawn: true, ...planned }),
];

const pair = (runId: string, people: readonly Name[], at: number | null): PlannedPair => ({
  ...{ runId, most: 6, people: people.map(idOf), startsAt: at === null ? null : slot(at) },
});

const planMail = (name: Name, entry: Shown): TalkMail =>
  mail(`plan.published:${EVENT}:1:${idOf(name)}`, name, calendarOf("REQUEST", [entry]));

const mails: TalkMail[] = [
  mail("meeting.requested:req_1:fct_1", Q),
  mail("meeting.requested:req_2:fct_4", P),
  mail("meeting.countered:req_3:fct_5", R),
  mail("meeting.requested:req_4:fct_8", Q),
  mail("meeting.declined:req_4:fct_9", S),
  { ...mail("meeting.requested:req_5:fct_10", P), state: "dropped" },
  mail("meeting.requested:req_6:fct_12", S),
  ...told(factAt("fct_2"), [P, Q], { sequence: 0, at: 0 }),
  ...told(factAt("fct_3"), [P, Q], { sequence: 1, at: 2 }),
  ...told(factAt("fct_6"), [P, R], { sequence: 0, at: 3 }),
  ...told(factAt("fct_7"), [P, R], { sequence: 1, at: 3, isGone: true }),
  ...told(factAt("fct_13"), [R, S], { sequence: 0, at: 4 }),
  planMail(P, { uid: "mtg_4", sequence: 0, at: 5 }),
  planMail(S, { uid: "mtg_4", sequence: 0, at: 5 }),
  planMail(Q, { uid: "mtg_5", sequence: 0, at: 6 }),
  planMail(R, { uid: "mtg_5", sequence: 0, at: 6 }),
  ...told(factAt("fct_16"), [P, S], { sequence: 1, at: 7 }),
  ...told(factAt("fct_16b"), [Q, R], { sequence: 1, at: 6, isGone: true }),
];

/**
 * Talks that kept every promise: one moved, one agreed after a counter-proposal and called off, one booked, two planned, of
 * which the next plan moved one and took one back; a request that was declined, one taken back, one that still waits.
 */
export const soundTalks: TalkEvidence = {
  ...{ eventId: EVENT, slots: [0, 1, 2, 3, 4, 5, 6, 7].map(slot), slotMs: SLOT_MS, tables: 3 },
  people: names.map((name) => ({
    ...{ personId: idOf(name), registrationId: `reg_${name}`, email: emailOf(name) },
    attendance: name === "sven" ? "onsite" : "online",
  })),
  operations,
  leftBehind: { "gespraech-1": 1 },
  requests: [
    request("req_1", [P, Q], 1, {}),
    request("req_2", [R, P], 4, { status: "countered" }),
    request("req_3", [P, R], 5, { isCounter: true }),
    request("req_4", [S, Q], 8, { status: "declined" }),
    request("req_5", [S, P], 10, { status: "cancelled" }),
    request("req_6", [Q, S], 12, { status: "requested" }),
  ],
  meetings,
  changes: [
    { meetingId: "mtg_1", sequence: 1, from: slot(0) },
    { meetingId: "mtg_4", sequence: 1, from: slot(5) },
  ],
  versions: [
    { version: 1, added: 2, moved: 0, removed: 0 },
    { version: 2, added: 0, moved: 1, removed: 1 },
  ],
  pairs: [
    pair("run_1", [P, S], 5),
    pair("run_1", [Q, R], 6),
    pair("run_2", [P, S], 7),
    pair("run_2", [Q, R], null),
  ],
  facts,
  mails,
  mailbox: { [emailOf(P)]: mails.flatMap(({ to, id }) => (to === emailOf(P) ? [id] : [])) },
  taken: mails.flatMap(({ state, dedupeKey, to }) =>
    state === "sent" ? [{ reference: referenceOf(dedupeKey), to }] : [],
  ),
  rounds: meetings.map(roundOf),
  present: {},
};

/** A run in which nobody talked. */
export const noTalks: TalkEvidence = {
  ...soundTalks,
  ...{ operations: [], leftBehind: {}, requests: [], meetings: [], changes: [], versions: [], pairs: [] },
  ...{ facts: [], mails: [], mailbox: {}, taken: [], rounds: [] },
};
