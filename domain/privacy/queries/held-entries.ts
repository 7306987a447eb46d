import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { digestReaders, entries, entryContacts, entryReports } from "@/db/schema/board";
import { series } from "@/db/schema/programme";
import type { Holder } from "@/domain/registration/queries/of-person";
import type { Entry } from "../rules";

/** Entries of the board that somebody wrote, offered help with or reported, and the weekly mails they want. */
export async function heldEntries(reader: Reader, { personId }: Holder): Promise<Entry[]> {
  const own = await reader
    .select({
      listing: entries.kind,
      text: sql<string>`${entries.title} || ': ' || ${entries.text}`,
      createdAt: entries.createdAt,
    })
    .from(entries)
    .where(eq(entries.personId, personId))
    .orderBy(asc(entries.createdAt));
  const offered = await reader
    .select({ text: entries.title, note: entryContacts.note, createdAt: entryContacts.createdAt })
    .from(entryContacts)
    .innerJoin(entries, eq(entries.id, entryContacts.entryId))
    .where(eq(entryContacts.personId, personId))
    .orderBy(asc(entryContacts.createdAt));
  const reported = await reader
    .select({ text: entries.title, command: sql<string>`'report-entry'`, createdAt: entryReports.createdAt })
    .from(entryReports)
    .innerJoin(entries, eq(entries.id, entryReports.entryId))
    .where(eq(entryReports.personId, personId));
  const digests = await reader
    .select({ mail: series.title, createdAt: digestReaders.createdAt })
    .from(digestReaders)
    .innerJoin(series, eq(series.id, digestReaders.seriesId))
    .where(eq(digestReaders.personId, personId));
  return [...own, ...offered.map((row) => ({ direction: "sent", ...row })), ...reported, ...digests];
}
