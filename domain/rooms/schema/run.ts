import { z } from "zod";
import { idOf } from "@/lib/ids";
import { tabInput } from "../schema";

const eventId = idOf("event");

/** What everybody is to look at: hosts choose it, and browsers arrange themselves by it. */
export const scenes = ["stage", "share", "video", "breakout", "poll"] as const;
export const scene = z.enum(scenes);
export type StageScene = z.infer<typeof scene>;

export const backstageInput = z.object({ eventId, open: z.boolean() });
export const onStageInput = z.object({ eventId, admissionId: idOf("admission"), on: z.boolean() });
export const sceneInput = z.object({ eventId, scene });
/** `after`: the item that was on when the host pressed, so that two hosts who press at once move the plan once. */
export const advanceInput = z.object({ eventId, after: idOf("session").nullable() });
const MAX_ANNOUNCEMENT = 300;
/** An empty text takes the last one away. */
export const announceInput = z.object({ eventId, text: z.string().trim().max(MAX_ANNOUNCEMENT) });
const DAY_SECONDS = 24 * 3600;
export const timerInput = z.object({
  eventId,
  change: z.discriminatedUnion("what", [
    z.object({
      what: z.literal("start"),
      seconds: z.int().min(5).max(DAY_SECONDS),
      label: z.string().trim().max(60).default(""),
    }),
    z.object({ what: z.literal("add"), seconds: z.int().min(-DAY_SECONDS).max(DAY_SECONDS) }),
    z.object({ what: z.enum(["hold", "resume", "stop"]) }),
  ]),
});
export type TimerChange = z.infer<typeof timerInput>["change"];
/** Null lets in all who wait. */
export const admitInput = z.object({ eventId, admissionId: idOf("admission").nullable() });
export const renameInput = z.object({
  eventId,
  admissionId: idOf("admission"),
  name: z.string().trim().min(1).max(80),
});
export const hostlessInput = z.object({ eventId, minutes: z.int().min(1).max(120).nullable() });
export const speakingInput = z.object({ eventId, counts: z.boolean() });
/** `keepsStage`: the audience goes, hosts and speakers stay behind the stage. */
export const endInput = z.object({ eventId, keepsStage: z.boolean().default(false) });
/** What a connection is like, by LiveKit's own measure. */
export const lineQuality = z.enum(["good", "poor", "lost"]);
/**
 * `spoke`: milliseconds this browser heard its own person speak since its last heartbeat. `line`: what its connection is
 * like; older pages do not say.
 */
export const heartbeatInput = tabInput.extend({
  spoke: z.number().min(0).max(600_000).catch(0).default(0),
  line: lineQuality.nullable().catch(null).default(null),
});
