/** Wishes, rules and runs of the planner, drafts, and what is published and taken along of a plan. */
import { z } from "zod";
import { localeName, unlessEmpty } from "@/domain/people/schema";
import { csvFormats } from "@/lib/csv/formats";
import { idOf } from "@/lib/ids";
import { SLOT_MINUTES } from "../rules/hours";
import { wholeNumber } from "./numbers";

/** What one says of another in an event; `none` takes it back. */
export const stateWishInput = z.object({
  eventId: idOf("event"),
  personId: idOf("person"),
  wish: z.enum(["must", "want", "never", "none"]),
});
/** An organizer wants two to meet, or not any more. */
export const requireTalkInput = z.object({
  eventId: idOf("event"),
  personIds: z.tuple([idOf("person"), idOf("person")]),
  wanted: z.enum(["yes", "no"]),
});

/** Nobody talks more often than this in one event. */
export const MOST_TALKS = 40;
/** One sentence names the field and says what goes. Nothing said is no 0. */
const talkCount = (least: number, wrong: string) =>
  z.preprocess((said) => (said === "" ? undefined : said), wholeNumber(least, MOST_TALKS, wrong));
const talks = { min: talkCount(0, "talks_min"), max: talkCount(1, "talks_max") };
const inOrder = { path: ["max"], error: "talks_max_below_min" };

/** How many talks one person should have and takes, in place of everybody's numbers. */
export const limitTalksInput = z
  .object({ eventId: idOf("event"), personId: idOf("person"), ...talks })
  .refine(({ min, max }) => min <= max, inOrder);

/** How to plan, as the dialog asks and a run keeps it. */
const planWays = z.object({
  scope: z.enum(["all", "withoutPlan"]).default("all"),
  ...talks,
  /** So many talks in a row, then a rest; 0 for none. */
  restAfter: wholeNumber(0, 10).default(0),
  keepLocked: z.stringbool().or(z.boolean()).default(true),
  /** How long the search may take. */
  seconds: wholeNumber(1, 120).default(20),
});
export const planOptions = planWays.refine(({ min, max }) => min <= max, inOrder);
export type PlanOptions = z.infer<typeof planOptions>;
export const startPlanInput = planWays
  .extend({
    eventId: idOf("event"),
    /** The length that the dialog showed: it stands with the event's hours for talks and changes there. */
    minutes: unlessEmpty(wholeNumber(SLOT_MINUTES.least, SLOT_MINUTES.most)),
  })
  .refine(({ min, max }) => min <= max, inOrder);
export const planRunInput = z.object({ runId: idOf("planRun") });

const counted = z.int().nullable().default(null);
export const planFigures = z.object({
  ...{ score: z.int(), bound: z.int().nullable(), gaps: z.int(), mustsMissing: z.int(), seconds: z.number() },
  // Runs of before these were counted say nothing of them.
  ...{ withoutRest: counted, changed: counted, suggested: z.int().default(0) },
});
export type PlanFigures = z.infer<typeof planFigures>;

const runProgress = {
  runId: idOf("planRun"),
  phase: z.enum(["waiting", "first", "choose", "arrange", "prove"]),
  placed: z.int().min(0),
  wishes: z.int().min(0),
  figures: planFigures.nullable(),
};
export const noteProgressInput = z.object(runProgress);
export const finishPlanInput = z.object({
  ...runProgress,
  state: z.enum(["done", "stopped", "failed"]),
  pairs: z.array(
    z.object({
      onePersonId: idOf("person"),
      otherPersonId: idOf("person"),
      kind: z.enum(["must", "want", "open"]),
      startsAt: z.date().nullable(),
      reason: z.string().max(40).nullable(),
      values: z.record(z.string(), z.number()),
    }),
  ),
});

/** A talk of the draft, or of the published plan, which then becomes one. */
const talkOfPlan = z.union([idOf("plannedTalk"), idOf("meeting")], { error: "invalid_id" });
export const moveTalkInput = z.object({
  eventId: idOf("event"),
  talkId: talkOfPlan,
  /** Number of the slot; empty takes the talk out of its time. */
  slot: unlessEmpty(wholeNumber(0, 2_000)),
  table: unlessEmpty(wholeNumber(1, 500)),
});
export const lockTalkInput = z.object({
  eventId: idOf("event"),
  talkId: talkOfPlan,
  locked: z.stringbool().or(z.boolean()),
});
export const planInput = z.object({ eventId: idOf("event") });
/** Of a published plan. */
export const versionNumber = wholeNumber(1, 1_000_000);
/**
 * As a file for a spreadsheet or for a program, or on paper, which is sorted by one of these; or a run's wishes without a place; or a
 * plan as it was published once.
 */
export const exportPlanInput = z.object({
  eventId: idOf("event"),
  format: z.enum([...csvFormats, "pdf"]),
  by: z.enum(["person", "table", "slot"]).default("person"),
  ...{ list: z.enum(["talks", "unplaced"]).default("talks"), runId: unlessEmpty(idOf("planRun")) },
  version: unlessEmpty(versionNumber),
  locale: localeName.default("de"),
});
export type PlanExport = z.infer<typeof exportPlanInput>;
/** `seen` is the version of the draft that was looked at: nobody publishes what changed meanwhile. */
export const publishPlanInput = z.object({ eventId: idOf("event"), seen: wholeNumber(1, 1_000_000) });
