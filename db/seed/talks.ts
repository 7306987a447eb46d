import type { talkWindows } from "@/db/schema/matchmaking";
import { namedTalks, notes, openRequests } from "./data/talks";
import {
  type MeetingPersonRow,
  type MeetingRow,
  meetingPersonRow,
  type RequestRow,
  requestRow,
  SLOT_MINUTES,
  type SlotRow,
  slotRow,
} from "./makers/matchmaking";
import type { EventRow } from "./makers/programme";
import type { RegistrationRow } from "./makers/registration";
import type { Population } from "./population";
import { type Dice, seedId } from "./random";
import { later, MINUTE } from "./timetable";

type PersonId = NonNullable<RegistrationRow["personId"]>;
export type Talk = {
  from: PersonId;
  to: PersonId;
  slot: number;
  note: string;
  outcomes?: readonly Outcome[];
};
type Outcome = NonNullable<MeetingPersonRow["outcome"]>;

/** What both sides say after a talk. They need not agree, but a talk took place for both or for nobody. */
const outcomes: readonly (readonly [Outcome, Outcome])[] = [
  ["cooperation_possible", "cooperation_possible"],
  ["cooperation_possible", "interesting"],
  ["interesting", "interesting"],
  ["interesting", "no_common_interest"],
  ["did_not_happen", "did_not_happen"],
];
/** Slots that are over, that lie ahead, and how many strangers meet in each. */
const PAST_SLOTS = [0, 1, 2, 3];
const COMING_SLOTS = [8, 9, 10, 12, 14, 17];
const PAIRS_PER_SLOT = 4;

export const talkWindowRow = (
  event: EventRow,
  { from, to }: { from: number; to: number },
): typeof talkWindows.$inferInsert => ({
  eventId: event.id,
  startsAt: later(event.startsAt, from),
  endsAt: later(event.startsAt, to),
  measuredFrom: event.startsAt,
  slotMinutes: SLOT_MINUTES,
  pauseMinutes: 0,
});

const slotStart = (event: EventRow, slot: number) => later(event.startsAt, slot * SLOT_MINUTES);

/** Talks that were agreed on: those of the cast as told, and pairs of others of whom nobody is drawn twice. */
export function agreedTalks(
  registered: readonly RegistrationRow[],
  { population, rolls }: { population: Population; rolls: Dice },
): Talk[] {
  const named = namedTalks.map(({ from, to, ...rest }) => ({
    ...rest,
    from: population.named(from).id,
    to: population.named(to).id,
  }));
  const appointed = new Set(population.cast.map(({ id }) => id));
  const strangers = rolls.shuffled(
    registered.flatMap(({ personId, status, talksOptIn }) =>
      personId && status === "confirmed" && talksOptIn && !appointed.has(personId) ? [personId] : [],
    ),
  );
  const drawn = [...PAST_SLOTS, ...COMING_SLOTS].flatMap((slot) =>
    Array.from({ length: PAIRS_PER_SLOT }, () => slot).flatMap((at): Talk[] => {
      const [from, to] = [strangers.pop(), strangers.pop()];
      if (!from || !to) return [];
      const ended = PAST_SLOTS.includes(at) ? rolls.pick(outcomes) : undefined;
      return [{ from, to, slot: at, note: rolls.pick(notes), outcomes: ended }];
    }),
  );
  return [...named, ...drawn];
}

export type TalkRows = {
  meetingRequests: RequestRow[];
  meetingRequestSlots: SlotRow[];
  meetings: MeetingRow[];
  meetingPeople: MeetingPersonRow[];
};

function rowsOfTalk(talk: Talk, event: EventRow) {
  const key = `${talk.from}:${talk.to}`;
  const startsAt = slotStart(event, talk.slot);
  const askedAt = later(event.startsAt, -20 * 60);
  const shared = { eventId: event.id, status: "accepted" } as const;
  const id = seedId("request", key);
  const meeting: MeetingRow = {
    ...shared,
    id: seedId("meeting", key),
    requestId: id,
    roundId: seedId("round", key),
    startsAt,
    endsAt: later(startsAt, SLOT_MINUTES),
    createdAt: later(askedAt, 25),
  };
  return {
    request: requestRow({ ...shared, id, from: talk.from, to: talk.to, note: talk.note, at: askedAt }),
    slot: slotRow(id, startsAt),
    meeting,
    people: [talk.from, talk.to].map((personId, index) =>
      meetingPersonRow({ meeting, personId, outcome: talk.outcomes?.[index] }),
    ),
  };
}

/** Requests that still wait: asked a quarter of an hour ago, good until the last offered slot begins. */
function waitingRequests(event: EventRow, population: Population, now: Date) {
  return openRequests.map(({ from, to, slots, note }) => {
    const id = seedId("request", `open:${from}:${to}`);
    const at = new Date(now.getTime() - 15 * MINUTE);
    const [fromId, toId] = [population.named(from).id, population.named(to).id];
    const row = requestRow({ id, eventId: event.id, from: fromId, to: toId, note, at, status: "requested" });
    return {
      request: { ...row, expiresAt: slotStart(event, Math.max(...slots)) },
      slots: slots.map((slot) => slotRow(id, slotStart(event, slot))),
    };
  });
}

/** All rows of talks by appointment; the rooms they meet in are made beside them. */
export function talkRows(
  event: EventRow,
  talks: readonly Talk[],
  { population, now }: { population: Population; now: Date },
): TalkRows {
  const agreed = talks.map((talk) => rowsOfTalk(talk, event));
  const waiting = waitingRequests(event, population, now);
  return {
    meetingRequests: [...agreed, ...waiting].map(({ request }) => request),
    meetingRequestSlots: [...agreed.map(({ slot }) => slot), ...waiting.flatMap(({ slots }) => slots)],
    meetings: agreed.map(({ meeting }) => meeting),
    meetingPeople: agreed.flatMap(({ people }) => people),
  };
}
