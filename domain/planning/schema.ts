import { z } from "zod";
import { plannedForm } from "@/domain/forms/schema";
import { PAUSE_MINUTES, SLOT_MINUTES } from "@/domain/matchmaking/rules/hours";
import { plannedMails } from "@/domain/notifications/schema";
import { line, localeName, ticked } from "@/domain/people/schema";
import {
  createEventInput,
  type DraftPlan,
  draftPlan,
  minutes,
  named,
  plannedPart,
  realDay,
  type sessionKinds,
  title,
  whole,
  wholeBetween,
  zone,
} from "@/domain/programme/schema";
import { plannedSeats } from "@/domain/registration/schema";
import { idOf } from "@/lib/ids";
import { jsonIn } from "@/lib/json-text";
import { outsideOf } from "./rules";

/** Items of the five agendas, each with what kind of item it is; their words are texts of `templates.agenda`. */
export const agendaItems = {
  welcome: "welcome",
  aims: "welcome",
  introductions: "discussion",
  shortIntroductions: "discussion",
  presentation: "presentation",
  impulse: "presentation",
  first: "presentation",
  second: "presentation",
  third: "presentation",
  opening: "presentation",
  expert: "presentation",
  questions: "discussion",
  groups: "discussion",
  results: "discussion",
  debate: "discussion",
  panel: "discussion",
  closing: "discussion",
  next: "discussion",
  break: "break",
  lunch: "break",
  talks: "talks",
} as const satisfies Record<string, (typeof sessionKinds)[number]>;

/**
 * The five built-in templates: everything a new event needs beside title, start and hosts. The agenda is the minutes of
 * each item, one after the other; talks by appointment take place while it says so. What they ask stands in
 * `internal/built-in`.
 */
export const templates = {
  webinar: {
    kind: "webinar",
    mode: "stage",
    minutes: 60,
    capacity: 300,
    agenda: { welcome: 5, presentation: 30, questions: 20, closing: 5 },
  },
  workshop: {
    kind: "workshop",
    mode: "roundtable",
    minutes: 120,
    capacity: 24,
    agenda: { aims: 10, introductions: 15, impulse: 15, groups: 40, break: 10, results: 20, next: 10 },
  },
  forum: {
    kind: "forum",
    mode: "forum",
    minutes: 120,
    capacity: 100,
    agenda: { welcome: 10, first: 20, second: 20, third: 20, debate: 40, closing: 10 },
  },
  matchmaking: {
    kind: "matchmaking",
    mode: "forum",
    minutes: 150,
    capacity: 80,
    agenda: { welcome: 10, shortIntroductions: 10, talks: 120, closing: 10 },
  },
  hybrid: {
    kind: "conference",
    mode: "stage",
    minutes: 360,
    capacity: 200,
    onsiteCapacity: 80,
    agenda: {
      ...{ welcome: 15, opening: 45, expert: 60, lunch: 60, panel: 50, break: 15 },
      ...{ talks: 100, closing: 15 },
    },
  },
} as const satisfies Record<string, BuiltIn>;
type BuiltIn = Pick<DraftPlan, "kind" | "mode" | "minutes"> & {
  capacity: number;
  onsiteCapacity?: number;
  agenda: Partial<Record<keyof typeof agendaItems, number>>;
};
export const templateName = z.enum(["webinar", "workshop", "forum", "matchmaking", "hybrid"]);
export type TemplateName = z.infer<typeof templateName>;

/**
 * What is planned from: everything of an event that can be made again, with no day and nobody's name. A part of another
 * module is one key here, one read in `queries/event-plans` and one write in `internal/plan-draft`; a key that comes
 * later has a default, so that what was saved before is still read.
 */
export const eventPlan = draftPlan.extend({
  seats: plannedSeats,
  /** The hours for one-to-one talks. */
  talks: plannedPart
    .extend({
      slotMinutes: wholeBetween(SLOT_MINUTES.least, SLOT_MINUTES.most),
      pauseMinutes: wholeBetween(PAUSE_MINUTES.least, PAUSE_MINUTES.most).default(0),
    })
    .nullable()
    .default(null),
  /** What registering asks beside name and address. */
  form: plannedForm.default([]),
  /** Null: as Plenum does it by itself. */
  mails: plannedMails.nullable().default(null),
});
export type EventPlan = z.output<typeof eventPlan>;

export const planEventInput = createEventInput.omit({ plan: true }).extend({
  /** One of the five built in, or one that the network saved. */
  template: z.union([templateName, idOf("template")]),
  /** Empty or absent: that of the template. */
  language: z.union([z.literal("").transform(() => undefined), localeName]).optional(),
  locale: localeName.default("de"),
});

const templateTitle = named(80);
/** So many templates a network offers at most; those in its archive do not count. */
export const MAX_TEMPLATES = 50;
export const saveTemplateInput = z.object({ eventId: idOf("event"), name: templateTitle });
const seatNumber = z.union([
  z.null(),
  z.literal("").transform(() => null),
  whole.min(1, "at_least_one").max(100_000, "too_many"),
]);
export const updateTemplateInput = z.object({
  templateId: idOf("template"),
  name: templateTitle,
  minutes,
  /** Null or empty means no limit. */
  capacity: seatNumber,
  /** The same on site; null or empty means that nobody can choose to come there. What is absent stays. */
  onsiteCapacity: seatNumber.optional(),
  waitlist: ticked,
  membersOnly: ticked,
});
export const archiveTemplateInput = z.object({
  templateId: idOf("template"),
  archived: z.enum(["yes", "no"], "invalid"),
});

/** What a file of a series may hold at most; docs/series-template.md names the same numbers. */
export const seriesLimits = { characters: 600_000, events: 100, days: 370, problems: 20 } as const;
export const SERIES_FORMAT = "plenum-series";
/**
 * Version 1 had no form, no mails and two keys of the seats, version 2 no files and no questions that follow a
 * registration; all of those have defaults, so both are read by the same rules.
 */
const SERIES_VERSIONS = [1, 2, 3] as const;
export const SERIES_VERSION = 3;
const seriesVersion = z.literal(SERIES_VERSIONS, "unknown_version").transform(() => SERIES_VERSION);

const clock = z.string("invalid_time").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid_time");
const fileEvent = eventPlan.extend({ title, day: wholeBetween(0, seriesLimits.days - 1), time: clock });

/** A whole series with no date and nobody's name in it; documented in docs/series-template.md. */
export const seriesFile = z
  .object({
    format: z.literal(SERIES_FORMAT, "no_series_file"),
    version: seriesVersion,
    series: z.object({
      title,
      summary: line(300).default(""),
      timeZone: zone.default("Europe/Berlin"),
      days: wholeBetween(1, seriesLimits.days),
    }),
    events: z.array(fileEvent, "required").min(1, "required").max(seriesLimits.events, "too_many"),
  })
  .superRefine(({ series, events }, context) => {
    for (const [index, event] of events.entries()) {
      const outside = event.day < series.days ? outsideOf(event) : ["day"];
      if (outside)
        context.addIssue({ code: "custom", message: "after_the_end", path: ["events", index, ...outside] });
    }
  });
export type SeriesFile = z.output<typeof seriesFile>;

const fileHead = z.object({ format: z.literal(SERIES_FORMAT), version: z.unknown().optional() });

/** Why it can't be a series of this version, before its content is looked at; undefined when it may be. */
function headProblem(value: unknown): "no_series_file" | "unknown_version" | undefined {
  const head = fileHead.safeParse(value);
  if (!head.success) return "no_series_file";
  return seriesVersion.safeParse(head.data.version).success ? undefined : "unknown_version";
}

/** The text of such a file, as chosen or pasted. Of many mistakes the first ones are told. */
export const seriesText = z
  .string("required")
  .min(1, "required")
  .max(seriesLimits.characters, "series_too_big")
  .transform((text, context): SeriesFile => {
    const value = jsonIn(text);
    const problem = headProblem(value);
    if (problem) {
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    }
    const file = seriesFile.safeParse(value);
    if (file.success) return file.data;
    for (const { message, path } of file.error.issues.slice(0, seriesLimits.problems))
      context.addIssue({ code: "custom", message, path });
    return z.NEVER;
  });

export const planSeriesInput = z.object({
  networkId: idOf("network"),
  file: seriesText,
  firstDay: realDay,
  /** Looking makes nothing. */
  step: z.enum(["look", "make"], "invalid").default("make"),
  locale: localeName.default("de"),
});

export const seriesRef = z.object({ networkId: idOf("network"), seriesId: idOf("series") });
