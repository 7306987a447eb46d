import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { entries, entryReports } from "@/db/schema/board";
import { series } from "@/db/schema/programme";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { DAY_MS } from "../rules";
import { type EntryView, selectEntries, viewOf } from "./entries";
import { officeScope } from "./scopes";
import { taxonomyIn } from "./taxonomy";

export type OfficeEntry = EntryView & {
  /** To the office also of an anonymous entry. */
  organisation: string;
  reports: { reason: (typeof entryReports.$inferSelect)["reason"]; count: number }[];
};

/** So many entries are listed; the file has all. */
const MOST_SHOWN = 200;

/** Entries that a network's office answers for, reported ones first; undefined where the viewer has no office there. */
export async function entriesForOffice(
  viewer: Actor,
  networkId: Id<"network">,
  reader: Reader = db(),
): Promise<OfficeEntry[] | undefined> {
  if (!can(viewer, "entry.moderate", { networkId })) return undefined;
  const office = await officeScope(reader, networkId);
  if (!office) return undefined;
  const taxonomy = await taxonomyIn(office.allianceId, reader);
  const reported = sql`(select count(*) from ${entryReports} where ${entryReports.entryId} = ${entries.id})`;
  const rows = await selectEntries(reader)
    .where(eq(entries.networkId, networkId))
    .orderBy(desc(reported), desc(entries.createdAt))
    .limit(MOST_SHOWN);
  const ids = rows.map(({ entry }) => entry.id);
  const reports =
    ids.length === 0
      ? []
      : await reader
          .select({
            entryId: entryReports.entryId,
            reason: entryReports.reason,
            count: sql<number>`count(*)::int`,
          })
          .from(entryReports)
          .where(inArray(entryReports.entryId, ids))
          .groupBy(entryReports.entryId, entryReports.reason);
  return rows.map((row) => ({
    ...viewOf(row, viewer, taxonomy),
    organisation: row.entry.organisation,
    reports: reports.filter(({ entryId }) => entryId === row.entry.id),
  }));
}

/** So long after its series an office may still post on a board. */
const BOARD_DAYS = 90;

/** Boards on which an office may post: series of its alliance that are not long over. */
export async function boardsOf(networkId: Id<"network">, now: Date, reader: Reader = db()) {
  const office = await officeScope(reader, networkId);
  if (!office) return [];
  const since = new Date(now.getTime() - BOARD_DAYS * DAY_MS).toISOString().slice(0, 10);
  return reader
    .select({ slug: series.slug, title: series.title, titleEn: series.titleEn })
    .from(series)
    .where(and(eq(series.allianceId, office.allianceId), sql`${series.endsOn} >= ${since}`))
    .orderBy(asc(series.startsOn));
}
