import { z } from "zod";

/** What the bench tells a bot process to do, and what it hears of it. Both travel as messages between processes. */
export const order = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("join"),
    id: z.int(),
    url: z.string(),
    token: z.string(),
    mic: z.enum(["speaks", "silent", "none"]),
    cam: z.boolean(),
    /** Whether it takes the others' tracks, or is only told of them. */
    receive: z.boolean(),
    /** Tracks of others it waits for, and how long. */
    tracks: z.int(),
    waitMs: z.number(),
  }),
  /** One bot leaves its room; the others stay. */
  z.object({ what: z.literal("quit"), id: z.int() }),
  z.object({ what: z.literal("leave") }),
]);
export type Order = z.infer<typeof order>;
export type Joining = Extract<Order, { what: "join" }>;

/** `waitedMs`: until it was the bot's turn to connect, which `connectMs` does not contain. */
export const joined = z.object({ connectMs: z.number(), waitedMs: z.number(), isComplete: z.boolean() });
export type Joined = z.infer<typeof joined>;

export const news = z.discriminatedUnion("what", [
  z.object({ what: z.literal("ready") }),
  z.object({ what: z.literal("joined"), id: z.int(), ...joined.shape }),
  z.object({ what: z.literal("failed"), id: z.int(), error: z.string() }),
  z.object({ what: z.literal("quit"), id: z.int() }),
  /** Everybody has left; so many handles were dropped twice by rtc-node on the way. */
  z.object({ what: z.literal("left"), droppedTwice: z.int() }),
]);
export type News = z.infer<typeof news>;
