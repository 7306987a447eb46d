import { z } from "zod";
import { cooperations } from "@/domain/board/labels";
import { tagId } from "@/domain/board/schema";
import { line, localeName, prose, ticked, unlessEmpty } from "@/domain/people/schema";
import { csvFormats } from "@/lib/csv/formats";
import { CALENDAR_OCCURRENCES } from "@/lib/ics/reading/limits";
import { idOf } from "@/lib/ids";
import { dismissReasons, hideable, languages, regions, roles, sizes, ways } from "./labels";
import { OFFERED_SLOTS, organisationKey } from "./rules";

const instant = z.iso.datetime({ offset: true, error: "invalid_time" }).transform((text) => new Date(text));
const tags = z.array(tagId).max(5, "too_many_tags");
/** Whatever is wrong with it: said by one word of ours, or by which way it is wrong. */
const wholeNumber = (least: number, most: number, wrong?: string) => {
  const whole = z.coerce.number(wrong ?? "invalid_number").int(wrong ?? "invalid_number");
  return whole.min(least, wrong ?? "too_small").max(most, wrong ?? "too_large");
};
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.union([z.literal(""), z.enum(values)]).catch("");
const someOf = <const Values extends readonly string[]>(values: Values) =>
  z.array(z.enum(values)).max(values.length).default([]);

/** Characters of the note that goes with a request. */
export const NOTE_LENGTH = 400;
/** Characters of the one sentence about a person's needs or offers. */
export const SENTENCE_LENGTH = 140;

export const publishListingInput = z.object({
  /** Whose event the profile was filled in for; names the alliance it belongs to. */
  eventId: idOf("event"),
  needs: tags,
  offers: tags,
  sentence: line(SENTENCE_LENGTH).default(""),
  role: oneOf(roles).default(""),
  size: oneOf(sizes).default(""),
  region: oneOf(regions).default(""),
  languages: someOf(languages),
  cooperation: someOf(cooperations),
  ways: someOf(ways),
  hidden: someOf(hideable),
  /** „nimmt nicht an 1:1 teil“ */
  noTalks: ticked.default(false),
  /** Organisations whose people see nothing, one a line. */
  hiddenFrom: z
    .string()
    .max(2_000, "too_long")
    .default("")
    .transform((text) => [...new Set(text.split("\n").map(organisationKey).filter(Boolean))])
    .pipe(z.array(line(120)).max(20, "too_many_organisations")),
});
export const blockPersonInput = z.object({ personId: idOf("person"), blocked: z.enum(["yes", "no"]) });

/** One of the reasons why somebody does not fit, or `undo`, which takes it back. */
export const dismissSuggestionInput = z.object({
  eventId: idOf("event"),
  personId: idOf("person"),
  reason: z.enum([...dismissReasons, "undo"], "choose_reason"),
});

/** What every request says, also a changed one and one that answers another. */
const asking = {
  slots: z.array(instant).min(1, "choose_slot").max(OFFERED_SLOTS, "too_many_slots"),
  note: prose(NOTE_LENGTH).default(""),
};

export const requestMeetingInput = z.object({
  eventId: idOf("event"),
  toPersonId: idOf("person"),
  ...asking,
  /** The entry of the board that it answers. */
  entryId: unlessEmpty(idOf("entry")),
});

/** One of the offered starts, or „nein danke“, which needs no reason. */
export const answerRequestInput = z.object({
  requestId: idOf("request"),
  answer: z.union([z.literal("decline"), instant], { error: "choose_slot" }),
});

/** Other times: instead of those that were asked for, or those that the asker changes theirs to. */
export const otherTimesInput = z.object({
  requestId: idOf("request"),
  ...asking,
});

export const writeMessageInput = z.object({
  requestId: idOf("request"),
  // Cleaned before it is counted: of characters that nobody sees nothing would arrive.
  text: prose(NOTE_LENGTH).pipe(z.string().min(1, "required")),
});

/** Slots by their starts; what is named nowhere is simply free. */
export const markTimesInput = z.object({
  eventId: idOf("event"),
  blocked: z.array(instant).max(500, "too_many_slots"),
  preferred: z.array(instant).max(500, "too_many_slots"),
});

/** What was read of a calendar, by the door or the job that read it: nobody types this. */
const busyTimes = z.array(z.object({ startsAt: z.date(), endsAt: z.date() })).max(CALENDAR_OCCURRENCES);
export const importCalendarInput = z.object({
  eventId: idOf("event"),
  address: z.string().max(2_000).nullable(),
  source: z.string().min(1).max(2_000),
  tentativeBlocks: z.boolean(),
  busy: busyTimes,
  problems: z.int().min(0),
});
export const refreshCalendarInput = z.object({
  importId: idOf("calendarImport"),
  outcome: z.union([
    z.object({ busy: busyTimes, problems: z.int().min(0) }),
    z.object({ failure: z.string().max(40) }),
  ]),
});
export const dropCalendarInput = z.object({ eventId: idOf("event"), importId: idOf("calendarImport") });

/** Tables of an event for talks on site; none is as good as an event without. */
const tableCount = wholeNumber(0, 500, "invalid_number");
export const setTablesInput = z.object({ eventId: idOf("event"), count: tableCount });

export const bookMeetingInput = z.object({
  eventId: idOf("event"),
  personIds: z.tuple([idOf("person"), idOf("person")]),
  startsAt: instant,
});

/** `pdf` to print and hand on, the others for spreadsheets and programs. */
export const reportFormats = [...csvFormats, "pdf"] as const;
export type ReportFormat = (typeof reportFormats)[number];
const reportFile = { format: z.enum(reportFormats), locale: localeName.default("de") };
export const exportTalkReportInput = z.object({ eventId: idOf("event"), ...reportFile });
export const exportSeriesTalkReportInput = z.object({ seriesId: idOf("series"), ...reportFile });
/** A further person for a talk, by one of its two sides. */
export const inviteToTalkInput = z.object({
  meetingId: idOf("meeting"),
  personId: z.string().min(1, "choose_person").pipe(idOf("person")),
});
/** By the other side, or by who was invited. */
export const answerInvitationInput = z.object({
  invitationId: idOf("talkInvitation"),
  answer: z.enum(["yes", "no"], "invalid"),
});
export const withdrawInvitationInput = z.object({ invitationId: idOf("talkInvitation") });
export const leaveMeetingInput = z.object({ meetingId: idOf("meeting"), personId: idOf("person") });

export const withdrawRequestInput = z.object({ requestId: idOf("request") });
export const cancelMeetingInput = z.object({ meetingId: idOf("meeting") });

export const outcomes = [
  "did_not_happen",
  "no_common_interest",
  "interesting",
  "cooperation_possible",
] as const;
export const recordOutcomeInput = z.object({
  meetingId: idOf("meeting"),
  outcome: z.enum(outcomes, "invalid_outcome"),
});

/** Another slot of the event's hours, in which both are free. */
export const rescheduleMeetingInput = z.object({ meetingId: idOf("meeting"), startsAt: instant });
export const correctPresenceInput = z.object({
  meetingId: idOf("meeting"),
  personId: idOf("person"),
  /** `seen` takes the correction back. */
  came: z.enum(["came", "missed", "seen"]),
});
export const shareContactInput = z.object({ meetingId: idOf("meeting"), share: z.enum(["yes", "no"]) });
/** Characters of a note for oneself. */
export const OWN_NOTE_LENGTH = 2_000;
export const writeNoteInput = z.object({
  meetingId: idOf("meeting"),
  text: prose(OWN_NOTE_LENGTH).default(""),
});

/** `GET /api/me/talks`: what the banner on every page needs of the next talk; null without one. */
export const talkBanner = z.object({
  next: z
    .object({
      meetingId: z.string(),
      eventSlug: z.string(),
      /** The event's zone, in which its pages say times. */
      timeZone: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      partnerName: z.string(),
      roomOpen: z.boolean(),
      partnerPresent: z.boolean(),
      /** The partner waits, and this side was reminded of it. */
      awaited: z.boolean().default(false),
    })
    .nullable(),
});
export type TalkBanner = z.infer<typeof talkBanner>;

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
    minutes: unlessEmpty(wholeNumber(5, 240)),
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
/** As a file for a spreadsheet or for a program, or on paper, which is sorted by one of these; or a run's wishes without a place. */
export const exportPlanInput = z.object({
  eventId: idOf("event"),
  format: z.enum([...csvFormats, "pdf"]),
  by: z.enum(["person", "table", "slot"]).default("person"),
  ...{ list: z.enum(["talks", "unplaced"]).default("talks"), runId: unlessEmpty(idOf("planRun")) },
  locale: localeName.default("de"),
});
export type PlanExport = z.infer<typeof exportPlanInput>;
/** `seen` is the version of the draft that was looked at: nobody publishes what changed meanwhile. */
export const publishPlanInput = z.object({ eventId: idOf("event"), seen: wholeNumber(1, 1_000_000) });
