import { z } from "zod";
import { asideKinds } from "@/domain/rooms/rules/asides";
import { roomKind, roomMode, roomRole, roundRules } from "@/domain/rooms/schema";

/**
 * Shapes of what an open room reads and writes over HTTP (`/api/rooms/{event}/…`). The server's queries return
 * them, the browser parses them; both import this file and nothing of each other.
 */

export const roomPerson = z.object({
  admissionId: z.string(),
  name: z.string(),
  organisation: z.string(),
  role: roomRole,
  /** The room where the person is now; null while not connected. */
  roomId: z.string().nullable(),
  present: z.boolean(),
  silenced: z.boolean(),
  /** May not write in the chat; told to hosts alone. */
  noChat: z.boolean().optional(),
  /** Shown large to everybody in that room. Older servers do not say. */
  isSpotlit: z.boolean().default(false),
});
export type RoomPerson = z.infer<typeof roomPerson>;
/**
 * `GET people`. Viewers get hosts and speakers and two numbers: how many are here, and how many of them only watch; those
 * who may see the list get everybody.
 */
export const roomPeople = z.object({
  people: z.array(roomPerson),
  audience: z.int(),
  // Older servers do not say.
  watching: z.int().default(0),
});

export const raisedHand = z.object({
  id: z.string(),
  admissionId: z.string(),
  name: z.string(),
  state: z.enum(["raised", "invited", "speaking"]),
  raisedAt: z.iso.datetime(),
});
export type RaisedHand = z.infer<typeof raisedHand>;
/** `GET hands`: in the order of the server's time. */
export const handQueue = z.object({ hands: z.array(raisedHand) });

/** What everybody says for themselves: whether the reader has, and the names of the others who have and have not. */
const saidSoFar = z.object({ mine: z.boolean(), said: z.array(z.string()), open: z.array(z.string()) });
/** How a talk goes once it has begun. */
const talkGoing = z.object({
  /** None of the others ever came, though the talk has begun. */
  isPartnerMissing: z.boolean(),
  /** Others were told that somebody waits. */
  isNudged: z.boolean(),
  /** Five minutes in vain: the reader may move the talk or give it up. */
  waitsInVain: z.boolean(),
  /** The next time at which all are free, for whoever waits in vain. */
  nextSlot: z.iso.datetime().nullable(),
  /** Near its end, and both are free for longer. */
  canExtend: z.boolean(),
  /** When the partner has to go to their next talk, where that is before the grace after this one is over. */
  partnerLeavesAt: z.iso.datetime().nullable(),
  extension: saidSoFar,
  contact: saidSoFar,
});
const neither = { mine: false, said: [], open: [] };
// Older servers do not say.
const nothingYet: z.infer<typeof talkGoing> = {
  ...{ isPartnerMissing: false, isNudged: false, waitsInVain: false, nextSlot: null },
  ...{ canExtend: false, partnerLeavesAt: null, extension: neither, contact: neither },
};

export const roomTalk = z.object({
  meetingId: z.string(),
  /** The round of its room, by which a page knows it whatever becomes of its time. Older servers do not say. */
  roundId: z.string().nullable().default(null),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  partner: z.object({
    personId: z.string(),
    name: z.string(),
    organisation: z.string(),
    /** In this event's room now. */
    present: z.boolean(),
  }),
  /** Names of who else is in it: a talk has room for four. */
  others: z.array(z.string()).default([]),
  reasons: z.array(
    z.object({
      direction: z.enum(["they_offer", "they_seek"]),
      tag: z.string(),
      words: z.object({ de: z.string(), en: z.string() }),
    }),
  ),
  outcome: z.string().nullable(),
  /** The reader's own, which nobody else is told. */
  note: z.string().default(""),
  going: talkGoing.default(nothingYet),
});
export type RoomTalk = z.infer<typeof roomTalk>;
/** `GET talks`: the reader's own talks in this event, from those that ended lately on, earliest first. */
export const roomTalks = z.object({
  talks: z.array(roomTalk),
  // Older servers do not say.
  serverNow: z.iso.datetime().nullable().default(null),
});

const reason = roomTalk.shape.reasons.element;
const roomStandby = z.object({
  personId: z.string(),
  name: z.string(),
  organisation: z.string(),
  reasons: z.array(reason),
  isPresent: z.boolean(),
});
export type RoomStandby = z.infer<typeof roomStandby>;
/** `GET standbys`: who could step in for whoever did not come to the reader's talk, best first. */
export const roomStandbys = z.object({ people: z.array(roomStandby) });

/** `GET show`: the run of show as its team sees it, for the console. */
export const roomShow = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      begunAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type RoomShow = z.infer<typeof roomShow>;

export const roundState = z.enum(["draft", "announced", "open", "closing", "closed", "cancelled"]);
const roomSession = z.object({
  title: z.string(),
  track: z.string(),
  mode: roomMode,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  speakers: z.array(z.string()),
});
export const roundView = z.object({
  id: z.string(),
  rule: z.enum(roundRules),
  /** What the host calls a prepared set. Older servers do not say. */
  title: z.string().default(""),
  /** Of a speed networking: which round of how many. */
  networking: z
    .object({ id: z.string(), position: z.int(), of: z.int(), isStopped: z.boolean() })
    .nullable()
    .default(null),
  groupSize: z.int(),
  durationSeconds: z.int(),
  state: roundState,
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  allowReturn: z.boolean(),
  autoMove: z.boolean(),
  message: z.string().nullable(),
  rooms: z.array(
    z.object({
      id: z.string(),
      kind: roomKind,
      label: z.string(),
      /** The agenda item that takes place here, where it has a room of its own. */
      session: roomSession.nullable().default(null),
      /** When this room ends; a host can give one of them more time. */
      endsAt: z.iso.datetime().nullable().default(null),
      /** Hosts who listen here, or speak to all rooms, without being here. */
      asides: z.array(z.object({ kind: z.enum(asideKinds), name: z.string() })).default([]),
      /** A host can listen in: more than two are here, and it is no room of pairs. */
      canListen: z.boolean().default(false),
      /** How many are there; before the round is open, how many have chosen it. */
      here: z.int().default(0),
      people: z.array(
        z.object({
          admissionId: z.string(),
          name: z.string(),
          arrived: z.boolean(),
          /** Answered „Noch nicht“ and is still in the plenary. */
          waits: z.boolean(),
          helpAskedAt: z.iso.datetime().nullable(),
          helpOnTheWay: z.boolean(),
        }),
      ),
    }),
  ),
  unassigned: z.array(z.object({ admissionId: z.string(), name: z.string() })),
});
export type RoundView = z.infer<typeof roundView>;
/**
 * `GET rounds`: hosts get every round with its people; others the one they are in, if any, and those among whose rooms they
 * can choose now.
 */
export const roundList = z.object({ rounds: z.array(roundView), serverNow: z.iso.datetime() });

const asideTarget = z.object({ roomId: z.string(), url: z.string(), token: z.string() });
/** `GET aside`: what this host hears or says beside their own room, and from when on. */
export const roomAside = z.object({
  serverNow: z.iso.datetime(),
  aside: z
    .object({
      kind: z.enum(asideKinds),
      roundId: z.string(),
      roomId: z.string().nullable(),
      soundFrom: z.iso.datetime(),
      targets: z.array(asideTarget),
    })
    .nullable(),
});
export type AsideTarget = z.infer<typeof asideTarget>;

/** `GET sets`: by whose answers a host can draw rooms. */
export const roundQuestions = z.object({
  questions: z.array(z.object({ id: z.string(), label: z.object({ de: z.string(), en: z.string() }) })),
});
