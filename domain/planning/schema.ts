import { z } from "zod";
import { localeName } from "@/domain/people/schema";
import {
  createEventInput,
  eventPlan,
  line,
  minutes,
  realDay,
  templateName,
  ticked,
  title,
  whole,
  wholeBetween,
  zone,
} from "@/domain/programme/schema";
import { idOf } from "@/lib/ids";
import { jsonIn } from "@/lib/json-text";
import { outsideOf } from "./rules";

export const planEventInput = createEventInput.omit({ seriesId: true }).extend({
  /** One of the five built in, or one that the network saved. */
  template: z.union([templateName, idOf("template")]),
  locale: localeName.default("de"),
});

const templateTitle = line(80).pipe(z.string().min(3, "required"));
/** So many templates a network offers at most; those in its archive do not count. */
export const MAX_TEMPLATES = 50;
export const saveTemplateInput = z.object({ eventId: idOf("event"), name: templateTitle });
export const updateTemplateInput = z.object({
  templateId: idOf("template"),
  name: templateTitle,
  minutes,
  /** Null or empty means no limit. */
  capacity: z.union([
    z.null(),
    z.literal("").transform(() => null),
    whole.min(1, "at_least_one").max(100_000, "too_many"),
  ]),
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
export const SERIES_VERSION = 1;

const clock = z.string("invalid_time").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid_time");
const fileEvent = eventPlan.extend({ title, day: wholeBetween(0, seriesLimits.days - 1), time: clock });

/** A whole series with no date and nobody's name in it; documented in docs/series-template.md. */
export const seriesFile = z
  .object({
    format: z.literal(SERIES_FORMAT, "no_series_file"),
    version: z.literal(SERIES_VERSION, "unknown_version"),
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
  return head.data.version === SERIES_VERSION ? undefined : "unknown_version";
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
