import { z } from "zod";
import { calmMarks, cleanText } from "@/domain/people/rules";
import { emailAddress, line, prose, ticked } from "@/domain/people/schema";
import { memberWays } from "@/domain/policy";
import { locales } from "@/lib/i18n/locales";
import { idOf } from "@/lib/ids";
import { isTopic, type TopicId } from "./labels";
import { MAX_COPIES, rhythms } from "./rules/copies";

export const eventKinds = ["webinar", "workshop", "forum", "conference", "training", "matchmaking"] as const;
export const roomModes = ["stage", "roundtable", "forum"] as const;
export const sessionKinds = ["welcome", "presentation", "discussion", "break", "talks"] as const;

/** What something is called: nothing at all is another mistake than a word of one or two letters. */
export const named = (longest: number) =>
  line(longest)
    .pipe(z.string().min(1, "required"))
    .refine((text) => text === "" || text.length >= 3, "three_letters");
export const title = named(140);

const LOCAL = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:00)?$/;
/** A day that the calendar has. */
export const realDay = z.iso.date("invalid_date");
/** As `<input type="datetime-local">` posts it; another client may name a day that no calendar has. */
export const local = z
  .string("required")
  .regex(LOCAL, "invalid_time")
  .refine((text) => !LOCAL.test(text) || realDay.safeParse(text.slice(0, 10)).success, "day_does_not_exist");
export const zone = z
  .string()
  .refine((name) => Intl.supportedValuesOf("timeZone").includes(name), "invalid_zone");
export const whole = z.coerce.number("whole_number").int("whole_number");
export const minutes = whole.min(5, "too_short").max(14 * 24 * 60, "too_long");
export const language = z.enum(locales);

const topics = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .transform((all) => [...new Set(all)].filter((one): one is TopicId => isTopic(one)))
  .refine((all) => all.length <= 6, "too_many");

const memberWayList = z
  .union([z.array(z.enum(memberWays)), z.enum(memberWays).transform((one) => [one])], "unknown_choice")
  .transform((all) => [...new Set(all)]);

const MAX_PLANNED_ITEMS = 100;
const LONGEST = 14 * 24 * 60;
export const wholeBetween = (least: number, most: number) =>
  z.number("whole_number").int("whole_number").min(least, "too_short").max(most, "too_long");
export const plannedPart = z.object({ after: wholeBetween(0, LONGEST), minutes: wholeBetween(1, LONGEST) });

/** An agenda item of a plan. Who looks after it is a name, and stays with the event. */
const plannedItem = plannedPart.extend({
  title,
  kind: z.enum(sessionKinds, "invalid"),
  track: line(60).default(""),
  place: line(120).default(""),
  mode: z.enum(roomModes, "invalid").nullable().default(null),
  /** For the team alone, as `scene` and `notes` are. */
  isInternal: z.boolean("invalid").default(false),
  scene: line(200).default(""),
  notes: prose(8_000).default(""),
});

/** Of a plan what the programme keeps: no day and nobody's name. Planning's `eventPlan` adds what others keep. */
export const draftPlan = z.object({
  kind: z.enum(eventKinds, "invalid"),
  mode: z.enum(roomModes, "invalid"),
  minutes: wholeBetween(5, LONGEST),
  language: language.default("de"),
  summary: line(300).default(""),
  description: prose(8_000).default(""),
  topics: topics.default([]),
  membersOnly: z.boolean("invalid").default(false),
  /** Who counts as a member, where the event is for members only. */
  membersBy: memberWayList.default(["list", "domain"]),
  place: line(200).nullable().default(null),
  /** When registration opens, in the same way as it closes. Null: as soon as the page is public. */
  opensAfter: wholeBetween(-366 * 24 * 60, LONGEST)
    .nullable()
    .default(null),
  /** When registration closes, in minutes after the start; before it with a minus. Null: it stays open to the end. */
  closesAfter: wholeBetween(-366 * 24 * 60, LONGEST)
    .nullable()
    .default(null),
  agenda: z.array(plannedItem, "invalid").max(MAX_PLANNED_ITEMS, "too_many").default([]),
});
export type DraftPlan = z.output<typeof draftPlan>;

/** Null or empty: none. */
const seriesChoice = z.union([z.literal("").transform(() => null), z.null(), idOf("series")]);

export const createEventInput = z.object({
  networkId: idOf("network"),
  title,
  startsLocal: local,
  timeZone: zone.default("Europe/Berlin"),
  plan: draftPlan,
  seriesId: seriesChoice.default(null),
  coHostNetworkIds: z.union([z.array(idOf("network")), idOf("network").transform((id) => [id])]).default([]),
  /** Without it, that of the plan. */
  language: language.optional(),
});

/** A network out of a list that begins with none: which one, the office says itself. */
export const chosenNetwork = z.string().min(1, "choose_network").pipe(idOf("network"));

export const placeEventInput = z.object({ eventId: idOf("event"), seriesId: seriesChoice });

export const eventRef = z.object({ eventId: idOf("event") });

/** An empty field of a form means: none. */
const optionalLocal = z.union([z.literal("").transform(() => null), z.null(), local]);

/** What is absent stays as it is. */
export const updateEventInput = z.object({
  eventId: idOf("event"),
  title: title.optional(),
  summary: line(300).optional(),
  description: prose(8_000).optional(),
  startsLocal: local.optional(),
  timeZone: zone.optional(),
  durationMinutes: minutes.optional(),
  kind: z.enum(eventKinds).optional(),
  mode: z.enum(roomModes).optional(),
  language: language.optional(),
  topics: topics.optional(),
  membersOnly: ticked.optional(),
  membersBy: memberWayList.optional(),
  place: z.union([z.literal("").transform(() => null), z.null(), line(200)]).optional(),
  registrationOpensLocal: optionalLocal.optional(),
  registrationClosesLocal: optionalLocal.optional(),
});

/** What another network has of an event: its name on the page, its office's access to the desk, both or nothing. */
export const shareEventInput = z.object({
  eventId: idOf("event"),
  networkId: chosenNetwork,
  shown: ticked,
  hasAccess: ticked,
});

const personName = line(100)
  .pipe(z.string().min(1, "name_required"))
  .refine((text) => text.length !== 1, "too_short");
/** As typed into one field: names with commas or line breaks between them. */
const names = z
  .string()
  .max(2_000, "too_long")
  .transform((text) =>
    [...new Set(text.split(/[,;\r\n]/).map((one) => calmMarks(cleanText(one))))].filter(Boolean),
  )
  .pipe(z.array(z.string().max(100, "too_long")).max(12, "too_many"));

/** An agenda item; without its id, a new one. */
export const saveSessionInput = z.object({
  eventId: idOf("event"),
  sessionId: idOf("session").optional(),
  title,
  startsLocal: local,
  durationMinutes: whole.min(1, "too_short").max(24 * 60, "too_long"),
  speakerNames: names.default([]),
  track: line(60).optional(),
  place: line(120).optional(),
  mode: z.union([z.literal("").transform(() => null), z.null(), z.enum(roomModes)]).optional(),
  isInternal: ticked.default(false),
  scene: line(200).optional(),
  crew: line(140).optional(),
  notes: prose(8_000).optional(),
});
export const sessionRef = z.object({ eventId: idOf("event"), sessionId: idOf("session") });
export const direction = z.enum(["up", "down"]);
/** Whether an item has begun just now, or has not begun after all. */
export const beginSessionInput = sessionRef.extend({
  begun: z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]),
});
export const moveSessionInput = sessionRef.extend({ direction });

/** A name on the event's page; without its id, a new one. */
export const saveSpeakerInput = z.object({
  eventId: idOf("event"),
  speakerId: idOf("speaker").optional(),
  name: personName,
  organisation: line(140).default(""),
  role: line(140).optional(),
  bioDe: line(600).optional(),
  bioEn: line(600).optional(),
});
/** Whose name it is, by the address they have proven; empty for nobody's. */
export const connectSpeakerInput = z.object({
  eventId: idOf("event"),
  speakerId: idOf("speaker"),
  email: z.union([z.literal(""), emailAddress]),
});
/** A picture that the door has made of what was brought; null takes it away. */
export const setPictureInput = z.object({
  eventId: idOf("event"),
  speakerId: idOf("speaker"),
  fileId: idOf("file").nullable(),
});
export const speakerRef = z.object({ eventId: idOf("event"), speakerId: idOf("speaker") });
export const moveSpeakerInput = speakerRef.extend({ direction });

/** Days for copies of an event, in the order of their fields; an empty field asks for nothing. */
export const duplicateEventInput = z
  .object({
    eventId: idOf("event"),
    days: z.array(z.string().regex(/^(\d{4}-\d\d-\d\d)?$/, "invalid_date")).max(2 * MAX_COPIES, "too_many"),
    rhythm: z.enum(rhythms).default("none"),
    count: z
      .union([z.string(), z.number()], "whole_number")
      .default(1)
      .transform((count) => (count === "" ? 1 : Number(count)))
      .pipe(z.number("whole_number").int("whole_number").min(1, "at_least_one").max(MAX_COPIES, "too_many")),
    locale: language.default("de"),
  })
  .refine(({ days, rhythm }) => days[0] || (rhythm === "none" && days.some(Boolean)), {
    path: ["days", 0],
    message: "required",
  });
