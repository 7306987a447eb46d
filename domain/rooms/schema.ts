import { z } from "zod";
import { idOf } from "@/lib/ids";
import { roomLine } from "./rules/room-line";

export const roomRole = z.enum(["host", "cohost", "speaker", "participant", "viewer", "unproven"]);
export type RoomRole = z.infer<typeof roomRole>;
export const roomKind = z.enum(["main", "backstage", "breakout", "talk"]);
export type RoomKind = z.infer<typeof roomKind>;
export const roomMode = z.enum(["stage", "roundtable", "forum"]);
export type RoomMode = z.infer<typeof roomMode>;
/** How a host can distribute people: drawn anew by all but the last two. */
export const breakoutRules = [
  ...["random_pairs", "network_pairs", "groups", "network_groups", "topics", "answer", "offers"],
  ...["by_hand", "free_choice"],
] as const;
export type BreakoutRule = (typeof breakoutRules)[number];
/**
 * `own_choice`: a room for each of several agenda items at once, and everybody chooses; the agenda makes such rounds.
 * `networking`: one round of a speed networking, whose pairs the planner finds.
 */
export const roundRules = [...breakoutRules, "own_choice", "networking", "talk"] as const;
export type RoundRule = (typeof roundRules)[number];

/** A tab names itself with a random id, which it keeps over reloads; it is nobody's identity. */
export const tabId = z.string().regex(/^[\w-]{4,64}$/);
/** Revision of the person's rows, then start of the interval (epoch ms): compared in that order, only grows. */
export const epoch = z.tuple([z.int(), z.number()]);
export type Epoch = z.infer<typeof epoch>;

/** What can be switched per event. Whatever shows people to others is off until somebody wants it. */
export const roomSettings = z.object({
  /** Participants of round tables and breakouts may share their screen. */
  participantsShareScreen: z.boolean().catch(false).default(false),
  /** Participants of a stage or forum see who else is there. */
  participantsSeeEachOther: z.boolean().catch(false).default(false),
  /** How long people were there is kept for the report of the host; the lobby says so. */
  recordsAttendance: z.boolean().catch(true).default(true),
});
export type RoomSettings = z.infer<typeof roomSettings>;

const eventId = idOf("event");
const admissionId = idOf("admission");
const roundId = idOf("round");
const roomId = idOf("room");
const label = z.string().transform(roomLine).pipe(z.string().min(1).max(80));
const title = z.string().transform(roomLine).pipe(z.string().max(80)).default("");
const durationSeconds = z
  .int()
  .min(10)
  .max(6 * 3600);

export const joinInput = z.object({ eventId, tab: tabId, takeOver: z.boolean().default(false) });
export const tabInput = z.object({ eventId, tab: tabId });
export const arrivedInput = tabInput.extend({ epoch });
export const eventInput = z.object({ eventId });
export const visitInput = z.object({ eventId, roomId: roomId.nullable() });
export const sessionSwitchInput = z.object({
  eventId,
  change: z.enum(["freeze", "unfreeze", "lock", "unlock", "lobby", "open_lobby"]),
});
export const createRoundInput = z.object({
  eventId,
  title,
  /** For `answer`: the question by whose answers people are put together. */
  questionId: idOf("question").nullable().default(null),
  rule: z.enum(breakoutRules),
  groupSize: z.int().min(2).max(50).default(2),
  durationSeconds: durationSeconds.default(1200),
  allowReturn: z.boolean().default(true),
  autoMove: z.boolean().default(true),
  /** For `by_hand` and `free_choice`: the rooms, with their people. */
  rooms: z
    .array(z.object({ label, admissionIds: z.array(admissionId).max(100) }))
    .max(100)
    .default([]),
});
export const roundInput = z.object({ eventId, roundId });
export const extendInput = roundInput.extend({
  seconds: z.int().min(-3600).max(3600),
  /** One room alone; without it all of them. */
  roomId: roomId.nullable().default(null),
});
export const copyRoundInput = roundInput.extend({ title });
/** What a host changes about the rooms of a draft, or of a round that runs. */
export const changeRoomsInput = roundInput.extend({
  change: z.discriminatedUnion("what", [
    z.object({ what: z.literal("add"), label }),
    z.object({ what: z.literal("rename"), roomId, label }),
    z.object({ what: z.literal("remove"), roomId }),
  ]),
});
/** Rooms with their people from a file: lines of room and name, or address. */
export const importRoundInput = z.object({
  eventId,
  title,
  durationSeconds: durationSeconds.default(1200),
  allowReturn: z.boolean().default(true),
  text: z.string().min(1).max(200_000),
});
export const networkingInput = z.object({
  eventId,
  rounds: z.int().min(1).max(20).default(4),
  durationSeconds: z.int().min(20).max(3600).default(300),
  breakSeconds: z.int().min(0).max(1800).default(30),
});
export const networkingRef = z.object({ eventId, networkingId: idOf("networking") });
const pair = z.tuple([admissionId, admissionId]);
/** What the planner found for the rounds that had not begun when it was asked. */
export const layNetworkingInput = networkingRef.extend({
  /** Of the ground that was planned for: a later plan wins. */
  revision: z.int(),
  /** Names that ground. */
  plannedFor: z.string().max(100),
  rounds: z.array(z.object({ position: z.int(), pairs: z.array(pair).max(2000) })).max(20),
});
export const listenInput = z.object({ eventId, roomId: roomId.nullable() });
export const speakInput = z.object({ eventId, roundId: roundId.nullable() });
export const talkEndInput = roundInput.extend({ endsAt: z.date() });
export const recallInput = roundInput.extend({ seconds: z.int().min(0).max(600).default(60) });
export const roundMessageInput = roundInput.extend({ text: z.string().trim().min(1).max(300) });
export const moveInput = roundInput.extend({ admissionId, roomId: roomId.nullable() });
export const chooseInput = roundInput.extend({ roomId: roomId.nullable() });
export const helpAnswerInput = z.object({ eventId, admissionId });
export const personInput = z.object({ eventId, admissionId });
export const spotlightInput = personInput.extend({ on: z.boolean() });
export const roleInput = personInput.extend({
  role: z.enum(["host", "cohost", "speaker", "participant", "viewer"]),
});
export const sanctionInput = personInput.extend({
  action: z.enum(["silence", "unsilence", "no_chat", "chat", "remove", "ban", "lift"]),
});
const talkTime = {
  personIds: z.array(idOf("person")).min(2).max(8),
  startsAt: z.date(),
  endsAt: z.date(),
  label,
};
const endsAfterStart = (talk: { startsAt: Date; endsAt: Date }) => talk.endsAt > talk.startsAt;
export const talkInput = z.object({ eventId, ...talkTime }).refine(endsAfterStart, "ends_before_start");

/** Many at once: the rooms of a published plan of talks, and those that it does without. */
export const layTalksInput = z.object({
  eventId,
  closes: z.array(roundId).max(20_000),
  opens: z.array(z.object(talkTime).refine(endsAfterStart, "ends_before_start")).max(20_000),
});

/** Who comes into a talk that is agreed already, or leaves it. */
export const talkPeopleInput = z.object({
  eventId,
  roundId: idOf("round"),
  comes: idOf("person").nullable(),
  goes: idOf("person").nullable(),
  label,
});

const mediaRights = z.object({
  mic: z.boolean(),
  cam: z.boolean(),
  screen: z.boolean(),
  data: z.boolean(),
  hidden: z.boolean(),
});

/** A verified webhook of livekit-server, as it is stored. */
export const roomWebhook = z.object({
  id: z.string().min(1).max(100),
  event: z.string().max(60),
  createdAtMs: z.number(),
  roomName: z.string().max(200),
  participant: z
    .object({
      sid: z.string().max(100),
      identity: z.string().max(200),
      joinedAtMs: z.number(),
      /** What the connection may do; missing in webhooks stored by older versions. */
      rights: mediaRights.optional(),
    })
    .nullable(),
});
export type RoomWebhook = z.infer<typeof roomWebhook>;
