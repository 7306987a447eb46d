import { z } from "zod";
import { scene } from "@/domain/rooms/schema/run";

/** Shapes of what hosts run a room with, as the server says it (`/api/rooms/{event}/stage` and `/monitor`). */
const speakingTime = z.object({ role: z.enum(["host", "speaker", "participant"]), seconds: z.int() });
const nextItem = z.object({ id: z.string(), title: z.string(), startsAt: z.iso.datetime() });
const stageDesk = z.object({
  /** The item of the run of show that began last, the team's own included. */
  current: z.string().nullable(),
  next: nextItem.nullable(),
  lobby: z.boolean(),
  /** Who waits to be let in, the longest first. */
  waiting: z.array(z.object({ admissionId: z.string(), name: z.string(), organisation: z.string() })),
  speakers: z.array(z.object({ admissionId: z.string(), name: z.string(), onStage: z.boolean() })),
  speaking: z.array(speakingTime),
  hostlessMinutes: z.int().nullable(),
  removed: z.array(
    z.object({ admissionId: z.string(), name: z.string(), until: z.iso.datetime().nullable() }),
  ),
});
export type StageDesk = z.infer<typeof stageDesk>;

const stageTimer = z.object({
  label: z.string(),
  endsAt: z.iso.datetime().nullable(),
  heldSeconds: z.int().nullable(),
});
export type StageTimer = z.infer<typeof stageTimer>;

/** `GET stage`: the same for everybody, and for hosts what is theirs alone. */
export const roomStage = z.object({
  serverNow: z.iso.datetime(),
  scene,
  /** What is on, of the agenda that everybody knows. */
  item: z.object({ title: z.string(), begunAt: z.iso.datetime(), endsAt: z.iso.datetime() }).nullable(),
  nextTitle: z.string().nullable(),
  message: z.object({ text: z.string(), at: z.iso.datetime() }).nullable(),
  timer: stageTimer.nullable(),
  /** The room behind the stage; null while it is shut. */
  backstageId: z.string().nullable(),
  countsSpeaking: z.boolean(),
  /** No host has been heard of for a minute and a half. */
  hostsGone: z.boolean(),
  mayTakeOver: z.boolean(),
  desk: stageDesk.nullable(),
});
export type RoomStage = z.infer<typeof roomStage>;

/** `GET monitor`: the way to see and hear the stage from behind it; null for who is not. */
export const roomMonitor = z.object({
  target: z.object({ url: z.string(), token: z.string() }).nullable(),
});
