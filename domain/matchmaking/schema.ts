import { z } from "zod";
import { cooperations } from "@/domain/board/labels";
import { tagId } from "@/domain/board/schema";
import { line, localeName, prose, ticked, unlessEmpty } from "@/domain/people/schema";
import { local, minutes } from "@/domain/programme/schema";
import { csvFormats } from "@/lib/csv/formats";
import { CALENDAR_OCCURRENCES } from "@/lib/ics/reading/limits";
import { idOf } from "@/lib/ids";
import { dismissReasons, hideable, languages, regions, roles, sizes, ways } from "./labels";
import { OFFERED_SLOTS, organisationKey } from "./rules";
import { OWN_NOTE_LENGTH, outcomes } from "./rules/afterwards";
import { PAUSE_MINUTES, SLOT_MINUTES } from "./rules/hours";
import { wholeNumber } from "./schema/numbers";

const instant = z.iso.datetime({ offset: true, error: "invalid_time" }).transform((text) => new Date(text));
const tags = z.array(tagId).max(5, "too_many_tags");
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

/** A start by the event's own clock and a length, as of everything that takes place; a talk is as long as a template may say. */
export const changeTalkHoursInput = z.object({
  eventId: idOf("event"),
  startsLocal: local,
  /** From the first talk's start to the last one's end, pauses included. */
  durationMinutes: minutes,
  slotMinutes: wholeNumber(SLOT_MINUTES.least, SLOT_MINUTES.most, "minutes_to_talk"),
  pauseMinutes: wholeNumber(PAUSE_MINUTES.least, PAUSE_MINUTES.most, "minutes_between"),
});

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
