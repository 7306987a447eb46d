import { z } from "zod";
import { line, prose, ticked, unlessEmpty } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import {
  audiences,
  cooperations,
  entryKinds,
  entryOutcomes,
  entryStates,
  fieldIds,
  hideReasons,
  reportReasons,
} from "./labels";

export const TITLE_LENGTH = 100;
export const TEXT_LENGTH = 2_000;
/** Tags of one entry. */
export const MOST_TAGS = 5;
/** Files of one entry. */
export const MOST_FILES = 5;
/** Bytes of the files of all entries of one person: whoever has an address can write entries, and solved ones stay. */
export const MOST_BYTES_OF_ONE = 200 * 1024 * 1024;
export const CONTACT_NOTE = 400;
const LABEL_LENGTH = 60;

/** How a tag's id looks; whether an alliance has it, its rows say. */
export const tagId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "invalid_tag");
const written = (longest: number) => line(longest).pipe(z.string().min(1, "required"));

const entryFields = {
  kind: z.enum(entryKinds, "required"),
  title: written(TITLE_LENGTH),
  text: prose(TEXT_LENGTH).default(""),
  tags: z.array(tagId).min(1, "choose_tag").max(MOST_TAGS, "too_many_tags"),
  cooperation: z.array(z.enum(cooperations)).max(cooperations.length).default([]),
  organisation: line(120).default(""),
  anonymous: ticked.default(false),
  audience: z.enum(audiences, "required"),
  /** Of `participants`: whose; empty for everybody of the series. */
  eventId: unlessEmpty(idOf("event")),
  /** Of `network`: whose people. */
  audienceNetworkId: unlessEmpty(idOf("network")),
  validUntil: z.iso.date({ error: "invalid_date" }),
};
export const postEntryInput = z.object({ seriesId: idOf("series"), ...entryFields });
/** The same by an office, on somebody's behalf. */
export const postOfficeEntryInput = postEntryInput.extend({ networkId: idOf("network") });
export const changeEntryInput = z.object({ entryId: idOf("entry"), ...entryFields });
export type EntryFields = z.output<z.ZodObject<typeof entryFields>>;

export const moveEntryInput = z
  .object({
    entryId: idOf("entry"),
    state: z.enum(entryStates, "invalid"),
    outcome: unlessEmpty(z.enum(entryOutcomes)),
  })
  .refine(({ state, outcome }) => state !== "solved" || outcome !== undefined, {
    path: ["outcome"],
    message: "required",
  });
export const withdrawEntryInput = z.object({ entryId: idOf("entry") });

export const addEntryFileInput = z.object({
  entryId: idOf("entry"),
  file: z.object({
    fileId: idOf("file"),
    fileType: z.string().max(200),
    fileName: z.string().min(1).max(200),
    fileBytes: z.int().positive(),
  }),
});
export const removeEntryFileInput = z.object({ entryId: idOf("entry"), fileId: idOf("file") });

export const offerHelpInput = z.object({
  entryId: idOf("entry"),
  note: prose(CONTACT_NOTE).default(""),
});
export const answerContactInput = z.object({
  contactId: idOf("contact"),
  answer: z.enum(["agreed", "declined"], "invalid"),
});
export const reportEntryInput = z.object({
  entryId: idOf("entry"),
  reason: z.enum(reportReasons, "required"),
});
export const moderateEntryInput = z
  .object({
    entryId: idOf("entry"),
    hidden: z.enum(["yes", "no"]),
    reason: unlessEmpty(z.enum(hideReasons)),
  })
  .refine(({ hidden, reason }) => hidden === "no" || reason !== undefined, {
    path: ["reason"],
    message: "required",
  });
export const exportEntriesInput = z.object({
  networkId: idOf("network"),
  format: z.enum(["excel", "rfc4180"]).default("excel"),
});
export const chooseDigestInput = z.object({ seriesId: idOf("series"), want: z.enum(["on", "off"]) });

/** Synonyms as they are typed, parted by commas or lines. */
const synonyms = z
  .string()
  .max(2_000, "too_long")
  .default("")
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(line(LABEL_LENGTH)).max(20, "too_many"));
const tagWords = {
  networkId: idOf("network"),
  labelDe: written(LABEL_LENGTH),
  labelEn: written(LABEL_LENGTH),
  synonyms,
};
export const addTagInput = z.object({
  ...tagWords,
  field: z.string().refine((field) => fieldIds.includes(field), "required"),
  eventId: unlessEmpty(idOf("event")),
});
export const changeTagInput = z.object({ ...tagWords, tag: tagId });
const chosenTag = z.string("required").min(1, "required").pipe(tagId);
export const mergeTagsInput = z.object({ networkId: idOf("network"), tag: chosenTag, into: chosenTag });
export const retireTagInput = z.object({
  networkId: idOf("network"),
  tag: tagId,
  retired: z.enum(["yes", "no"]),
});

export const noteDigestsInput = z.object({
  /** The Monday it belongs to. */
  week: z.iso.date(),
  readers: z
    .array(z.object({ personId: idOf("person"), seriesId: idOf("series") }))
    .min(1)
    .max(200),
});
