import { z } from "zod";
import { captionKind, captionLanguage, captionLine } from "@/domain/interaction/schema/captions";
import { epoch, roomKind, roomMode, roomRole } from "@/domain/rooms/schema";

/**
 * Everything that travels between the server and an open room. A signal says only that rows changed: the receiver
 * reads them again. A gesture is a passing sign: browsers post it, and the server sends what came together over LiveKit data.
 */
export const PROTOCOL_VERSION = 1;

/**
 * What can have changed. One signal per topic and channel within 500 ms. `presence`: who is connected, nothing else.
 * `stage`: what hosts run the room with. `chat` has more at its end, `chat_anew` says something else in what was read before. `votes`: for questions, which the signal
 * itself carries where it can. `polls`: one was launched, closed or shared; `ballots`: numbers of an open one, several times a
 * second. `captions`: who writes them, never what. `plan`: a search or a draft, for the desk alone. `sheets`: notes or a whiteboard,
 * for those who have them open.
 */
export const topics = [
  "placement",
  "people",
  "presence",
  "hands",
  "stage",
  "chat",
  "chat_anew",
  "questions",
  "votes",
  "rounds",
  "session",
  "talks",
  "plan",
  "polls",
  "ballots",
  "captions",
  "sheets",
  "resync",
] as const;
export const topic = z.enum(topics);
export type Topic = z.infer<typeof topic>;

/** Server -> browser, one SSE message each; `channel` is an event id, an admission id or an event's desk. */
export const signal = z.object({
  v: z.literal(PROTOCOL_VERSION),
  channel: z.string(),
  seq: z.int(),
  topic,
  /** With `votes`: how many each open question has now, so that an audience of a thousand need not ask for it. */
  votes: z.record(z.string(), z.int()).optional(),
});
export type Signal = z.infer<typeof signal>;

export const gestures = ["clap", "heart", "thumbs_up", "laugh", "surprise", "celebrate"] as const;
export const emoji = z.enum(gestures);
export type Emoji = z.infer<typeof emoji>;
/** What a room did within about a second: how often each emoji. Only the server sends it; from anybody else it is ignored. */
export const gesture = z.object({
  v: z.literal(PROTOCOL_VERSION),
  type: z.literal("reactions"),
  counts: z.partialRecord(emoji, z.int().min(1).max(100_000)),
});
export type Gesture = z.infer<typeof gesture>;
/** Topic of LiveKit data packets; packets of any other topic are ignored. */
export const GESTURE_TOPIC = `gesture.v${PROTOCOL_VERSION}`;

/**
 * What some people in a room have written, as far as they are: captions of what is spoken, or their own words. Only the server
 * sends it, which knows who they are; from anybody else it is ignored. It passes by, and is in no row.
 */
export const captionsSaid = z.object({
  v: z.literal(PROTOCOL_VERSION),
  type: z.literal("captions"),
  said: z.array(
    z.object({
      by: z.string(),
      name: z.string(),
      kind: captionKind,
      /** Of captions; nobody says in which language they speak themselves. */
      language: captionLanguage.nullable(),
      lines: z.array(captionLine).max(4),
    }),
  ),
});
export type CaptionsSaid = z.infer<typeof captionsSaid>;
export const CAPTION_TOPIC = `caption.v${PROTOCOL_VERSION}`;

/** What this person may do in this room; `grant` in the token says the same to LiveKit. */
export const rights = z.object({
  mic: z.boolean(),
  cam: z.boolean(),
  screen: z.boolean(),
  data: z.boolean(),
  hidden: z.boolean(),
  chat: z.boolean(),
  raiseHand: z.boolean(),
  moderate: z.boolean(),
});
export type Rights = z.infer<typeof rights>;

const target = z.object({
  epoch,
  room: z.object({
    id: z.string(),
    kind: roomKind,
    label: z.string(),
    /** How people take part here. Older servers do not say. */
    mode: roomMode.optional(),
    /** People assigned to a breakout or talk; 0 for the others. */
    people: z.int(),
  }),
  roundId: z.string().nullable(),
  rights,
  /** So few people can have a camera here that all is received from the first moment on. Older servers do not say. */
  fewCameras: z.boolean().default(false),
  /** LiveKit's address for browsers, and a token that lasts three minutes. */
  url: z.string(),
  token: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  /** How long a breakout or talk is, whenever this person is let in. Older servers do not say. */
  minutes: z.int().optional(),
});
/** A room to be in, or to prepare for. */
export type Target = z.infer<typeof target>;
/** The answer of `POST /api/rooms/check`. */
export const checkRoom = target.pick({ url: true, token: true });

const me = z.object({
  admissionId: z.string(),
  name: z.string(),
  role: roomRole,
  /** When a host last asked this person to switch the microphone on. Older servers do not say. */
  unmuteAskedAt: z.iso.datetime().nullable().optional(),
});
const session = z.object({
  eventId: z.string(),
  title: z.string(),
  slug: z.string(),
  mode: roomMode,
  live: z.boolean(),
  frozen: z.boolean(),
  locked: z.boolean(),
  /** The audience has gone; those of the stage may still be behind it. Older servers do not say. */
  ended: z.boolean().optional(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});
const common = {
  serverNow: z.iso.datetime(),
  me: me.nullable(),
  session,
  /** Planned work on the room server, from an hour before. Older servers do not say. */
  maintenance: z.object({ from: z.iso.datetime(), until: z.iso.datetime() }).nullable().optional(),
};

/** The answer of `GET /api/where-am-i`: the universal recovery of a room page. */
export const whereAmI = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("room"),
    ...common,
    target,
    /** The coming room from T-30 s, for the warm switch. `autoMove` false: the person clicks. */
    next: target.extend({ autoMove: z.boolean() }).nullable(),
    /** A round or talk that is announced but not yet within T-30 s. */
    announced: z
      .object({
        roundId: z.string(),
        label: z.string(),
        kind: roomKind,
        people: z.int(),
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        /** The room of a talk opens before it starts. Older servers do not say. */
        opensAt: z.iso.datetime().optional(),
      })
      .transform((one) => ({ ...one, opensAt: one.opensAt ?? one.startsAt }))
      .nullable(),
  }),
  z.object({
    state: z.literal("wait"),
    ...common,
    reason: z.enum(["not_open", "not_joined", "hosts_only", "locked", "lobby", "waiting_list", "talk_lobby"]),
    opensAt: z.iso.datetime().nullable(),
  }),
  z.object({ state: z.literal("elsewhere"), ...common }),
  z.object({ state: z.literal("removed"), ...common, until: z.iso.datetime().nullable() }),
  z.object({ state: z.literal("ended"), ...common, nextEventSlug: z.string().nullable() }),
]);
export type WhereAmI = z.infer<typeof whereAmI>;

/** Undefined for anything this version does not understand, so an old tab survives a deploy. */
export function decode<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
