import { z } from "zod";

/** Words come here ready in their language; what people typed comes as it is. */
const paper = { language: z.enum(["de", "en"]), title: z.string(), colour: z.string() };

const badges = z.object({
  kind: z.literal("badges"),
  ...paper,
  badges: z.array(z.object({ name: z.string(), organisation: z.string(), code: z.string() })),
  /** Below each name: the event above, the network at the foot. */
  event: z.string(),
  network: z.string(),
});

const table = z.object({
  kind: z.literal("table"),
  ...paper,
  lines: z.array(z.string()),
  foot: z.string(),
  /** „Seite {page} von {pages}“. */
  pageOf: z.string(),
  columns: z.array(
    z.object({
      label: z.string(),
      /** Parts of the width; a column of boxes to tick needs none. */
      share: z.number().positive(),
      isTick: z.boolean().default(false),
      isStrong: z.boolean().default(false),
    }),
  ),
  rows: z.array(z.array(z.object({ text: z.string(), note: z.string().optional() }))),
});

const line = z.object({ label: z.string(), value: z.string(), count: z.number().optional() });

const report = z.object({
  kind: z.literal("report"),
  ...paper,
  lines: z.array(z.string()),
  foot: z.string(),
  /** „Seite {page} von {pages}“. */
  pageOf: z.string(),
  sections: z.array(
    z.object({
      title: z.string(),
      note: z.string().optional(),
      /** A picture, with the sentence that says the same. */
      curve: z
        .object({
          counts: z.array(z.number()),
          most: z.string(),
          from: z.string(),
          to: z.string(),
          summary: z.string(),
        })
        .optional(),
      /** With a `count` a line has a bar, as long as the largest of its section allows. */
      lines: z.array(line),
    }),
  ),
});

const certificate = z.object({
  kind: z.literal("certificate"),
  ...paper,
  lead: z.string(),
  name: z.string(),
  organisation: z.string(),
  took: z.string(),
  event: z.string(),
  when: z.string(),
  presence: z.array(z.string()),
  host: z.string(),
  foot: z.string(),
});

/** What can be drawn, as it crosses over to the thread that draws it. */
export const paperOf = z.discriminatedUnion("kind", [badges, table, report, certificate]);
export type BadgesPaper = z.output<typeof badges>;
export type TablePaper = z.output<typeof table>;
export type ReportPaper = z.output<typeof report>;
export type CertificatePaper = z.output<typeof certificate>;
export type AnyPaper = z.input<typeof paperOf>;
