import { z } from "zod";
import { line } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import { chosenNetwork, language, realDay, title } from "../schema";

const seriesFields = {
  title,
  summary: line(300).default(""),
  /** Empty: the German words do. */
  titleEn: line(140).default(""),
  summaryEn: line(300).default(""),
  /** Null or empty: the colours of the house. */
  colour: z
    .union(
      [z.null(), z.literal("").transform(() => null), z.string().regex(/^#[0-9a-f]{6}$/)],
      "unknown_choice",
    )
    .default(null),
  startsOn: realDay,
  endsOn: realDay,
  /** Of the page that asks. */
  locale: language.default("de"),
};
export const createSeriesInput = z.object({ networkId: idOf("network"), ...seriesFields });
export const updateSeriesInput = z.object({
  seriesId: idOf("series"),
  ...seriesFields,
  /** The last part of its address. */
  slug: z
    .string("required")
    .trim()
    .max(80, "too_long")
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "invalid_slug"),
});

const seriesHost = z.object({ seriesId: idOf("series"), networkId: idOf("network") });
export const inviteSeriesHostInput = seriesHost.extend({ networkId: chosenNetwork });
export const removeSeriesHostInput = seriesHost;
export const answerSeriesHostInput = seriesHost.extend({ answer: z.enum(["yes", "no"], "invalid") });
