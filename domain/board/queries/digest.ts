import "server-only";
import { and, asc, desc, eq, gt, isNotNull, isNull, ne, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { digestReaders, entries } from "@/db/schema/board";
import { people } from "@/db/schema/people";
import { series } from "@/db/schema/programme";
import { grantsOf } from "@/domain/people/queries";
import type { Id } from "@/lib/ids";
import { DAY_MS, DIGEST_DAYS, DIGEST_ENTRIES } from "../rules";
import { type EntryView, selectEntries, viewOf } from "./entries";
import { taxonomyIn } from "./taxonomy";
import { visibleTo } from "./visible";

export type DueDigest = {
  personId: Id<"person">;
  name: string;
  email: string;
  locale: "de" | "en";
  series: { id: Id<"series">; slug: string; title: string; titleEn: string; allianceId: Id<"alliance"> };
  network: { id: Id<"network">; name: string; mark: string; colour: string; contactEmail: string };
};

/** Readers who were not yet seen to this week, with the network in whose name they are written to. */
export const dueDigests = (
  { week, limit }: { week: string; limit: number },
  reader: Reader = db(),
): Promise<DueDigest[]> =>
  reader
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      series: {
        id: series.id,
        slug: series.slug,
        title: series.title,
        titleEn: series.titleEn,
        allianceId: series.allianceId,
      },
      network: {
        id: networks.id,
        name: networks.name,
        mark: networks.mark,
        colour: networks.colour,
        contactEmail: networks.contactEmail,
      },
    })
    .from(digestReaders)
    .innerJoin(people, eq(people.id, digestReaders.personId))
    .innerJoin(series, eq(series.id, digestReaders.seriesId))
    .innerJoin(networks, eq(networks.id, series.networkId))
    .where(and(ne(digestReaders.writtenFor, week), isNotNull(people.emailVerified)))
    .orderBy(asc(digestReaders.createdAt), asc(people.id))
    .limit(limit);

/** What came onto a board within the week and this person may read, the newest first; not what they wrote themselves. */
export async function newEntriesFor(
  due: DueDigest,
  now: Date,
  reader: Reader = db(),
): Promise<{ entries: EntryView[]; more: boolean }> {
  const { personId, series: board } = due;
  const grants = (await grantsOf([personId], reader)).get(personId) ?? [];
  const viewer = { type: "person" as const, personId, grants, seats: [] };
  const { allianceId } = board;
  const since = new Date(now.getTime() - DIGEST_DAYS * DAY_MS);
  const rows = await selectEntries(reader)
    .where(
      and(
        await visibleTo(reader, viewer, { allianceId, now }),
        eq(entries.seriesId, board.id),
        eq(entries.state, "open"),
        gt(entries.createdAt, since),
        gt(entries.validUntil, now),
        isNull(entries.hiddenAt),
        or(isNull(entries.personId), ne(entries.personId, personId)),
      ),
    )
    .orderBy(desc(entries.createdAt))
    .limit(DIGEST_ENTRIES + 1);
  const taxonomy = await taxonomyIn(allianceId, reader);
  const news = rows.map((row) => viewOf(row, viewer, taxonomy));
  return { entries: news.slice(0, DIGEST_ENTRIES), more: news.length > DIGEST_ENTRIES };
}

/** Whether a person has the weekly mail of a board. */
export const hasDigest = async (
  personId: Id<"person">,
  seriesId: Id<"series">,
  reader: Reader = db(),
): Promise<boolean> =>
  (await reader.$count(
    digestReaders,
    and(eq(digestReaders.personId, personId), eq(digestReaders.seriesId, seriesId)),
  )) > 0;
