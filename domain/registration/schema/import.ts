import { z } from "zod";
import { emailAddress, localeName, organisationName, personName } from "@/domain/people/schema";
import { delimiters } from "@/lib/csv/delimiters";
import { idOf } from "@/lib/ids";
import type { ImportField } from "../rules/import";
import { attendances, tagList } from "../schema";

const MOST_COLUMNS = 200;
const columnNumber = z
  .union([
    z.null(),
    z.literal("").transform(() => null),
    z.coerce
      .number()
      .int()
      .min(0)
      .max(MOST_COLUMNS - 1),
  ])
  .catch(null);

/** Number of the column for each field, from 0; null where the file has none. */
export const importColumns = z.object({
  email: columnNumber,
  name: columnNumber,
  firstName: columnNumber,
  lastName: columnNumber,
  organisation: columnNumber,
  tags: columnNumber,
  language: columnNumber,
  attendance: columnNumber,
} satisfies Record<ImportField, typeof columnNumber>);
export type ImportColumns = z.output<typeof importColumns>;

/** As much as one file may hold: the forms carry it from step to step, twice at most, and one transaction writes it. */
export const IMPORT_BYTES = 400_000;
export const IMPORT_ROWS = 5_000;

export const importInput = z.object({
  eventId: idOf("event"),
  text: z.string("required").min(1, "required").max(IMPORT_BYTES, "file_too_big"),
  delimiter: z.enum(delimiters),
  columns: importColumns,
});

/** One row of a file, checked like the form that the person would have filled in. */
export const importedPerson = z.object({
  email: emailAddress,
  name: personName,
  organisation: organisationName,
  tags: tagList,
  locale: localeName,
  attendance: z.enum(attendances, "unknown_choice"),
});
