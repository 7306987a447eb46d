import { z } from "zod";
import { calmMarks, cleanText } from "@/domain/people/rules";
import { locales } from "@/lib/i18n/locales";
import { idOf } from "@/lib/ids";
import { isTopic, type TopicId } from "./labels";
import { MAX_COPIES, memberWays, rhythms } from "./rules";

export const eventKinds = ["webinar", "workshop", "forum", "conference", "training", "matchmaking"] as const;
export const roomModes = ["stage", "roundtable", "forum"] as const;

/** The five built-in templates: everything a new event needs beside title, start and hosts. */
export const templates = {
  webinar: { kind: "webinar", mode: "stage", minutes: 60, capacity: 300, talks: false, onSite: false },
  workshop: { kind: "workshop", mode: "roundtable", minutes: 120, capacity: 24, talks: false, onSite: false },
  forum: { kind: "forum", mode: "forum", minutes: 120, capacity: 100, talks: false, onSite: false },
  matchmaking: { kind: "matchmaking", mode: "forum", minutes: 150, capacity: 80, talks: true, onSite: false },
  hybrid: { kind: "conference", mode: "stage", minutes: 360, capacity: 200, talks: true, onSite: true },
} as const;
export const templateName = z.enum(["webinar", "workshop", "forum", "matchmaking", "hybrid"]);
export type TemplateName = z.infer<typeof templateName>;

const line = (longest: number) =>
  z
    .string("required")
    .max(10_000, "too_long")
    .transform((text) => calmMarks(cleanText(text)))
    .pipe(z.string().max(longest, "too_long"));
const title = line(140).pipe(z.string().min(3, "required"));
/** Several lines; every other unseen character goes. */
const prose = z
  .string()
  .max(20_000, "too_long")
  .transform((text) =>
    text
      .split(/\r\n|\r|\n/)
      .map((part) => calmMarks(cleanText(part)))
      .join("\n")
      .trim(),
  )
  .pipe(z.string().max(8_000, "too_long"));

/** As `<input type="datetime-local">` posts it. */
const local = z.string("required").regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:00)?$/, "invalid_time");
const zone = z.string().refine((name) => Intl.supportedValuesOf("timeZone").includes(name), "invalid_zone");
const whole = z.coerce.number("whole_number").int("whole_number");
const minutes = whole.min(5, "too_short").max(14 * 24 * 60, "too_long");
const ticked = z.union([z.boolean(), z.literal("on").transform(() => true)]).catch(false);
const language = z.enum(locales);

export const createEventInput = z.object({
  networkId: idOf("network"),
  title,
  startsLocal: local,
  timeZone: zone.default("Europe/Berlin"),
  template: templateName,
  coHostNetworkIds: z.union([z.array(idOf("network")), idOf("network").transform((id) => [id])]).default([]),
  language: language.default("de"),
});

export const eventRef = z.object({ eventId: idOf("event") });

const topics = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .transform((all) => [...new Set(all)].filter((one): one is TopicId => isTopic(one)))
  .refine((all) => all.length <= 6, "too_many");
/** An empty field of a form means: none. */
const optionalLocal = z.union([z.literal("").transform(() => null), z.null(), local]);

const ways = z
  .union([z.array(z.enum(memberWays)), z.enum(memberWays).transform((one) => [one])], "unknown_choice")
  .transform((all) => [...new Set(all)]);

/** What is absent stays as it is. */
export const updateEventInput = z.object({
  eventId: idOf("event"),
  title: title.optional(),
  summary: line(300).optional(),
  description: prose.optional(),
  startsLocal: local.optional(),
  timeZone: zone.optional(),
  durationMinutes: minutes.optional(),
  kind: z.enum(eventKinds).optional(),
  mode: z.enum(roomModes).optional(),
  language: language.optional(),
  topics: topics.optional(),
  membersOnly: ticked.optional(),
  membersBy: ways.optional(),
  place: z.union([z.literal("").transform(() => null), z.null(), line(200)]).optional(),
  registrationClosesLocal: optionalLocal.optional(),
});

/** What another network has of an event: its name on the page, its office's access to the desk, both or nothing. */
export const shareEventInput = z.object({
  eventId: idOf("event"),
  networkId: idOf("network"),
  shown: ticked,
  hasAccess: ticked,
});

const personName = line(100).pipe(z.string().min(2, "name_required"));
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
});
export const sessionRef = z.object({ eventId: idOf("event"), sessionId: idOf("session") });
const direction = z.enum(["up", "down"]);
export const moveSessionInput = sessionRef.extend({ direction });

/** A name on the event's page; without its id, a new one. */
export const saveSpeakerInput = z.object({
  eventId: idOf("event"),
  speakerId: idOf("speaker").optional(),
  name: personName,
  organisation: line(140).default(""),
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
