import "server-only";
import { and, asc, eq, isNull, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { taxonomyTags } from "@/db/schema/board";
import { events } from "@/db/schema/programme";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { builtInRows, type TagRow, type Taxonomy, taxonomyOf } from "../rules";

type AllianceId = Id<"alliance">;

/** An alliance's tags as they stand, those of single events too; the built-in ones where it has never changed any. */
export async function tagRowsOf(reader: Reader, allianceId: AllianceId): Promise<TagRow[]> {
  const rows = await reader
    .select({
      tag: taxonomyTags.tag,
      field: taxonomyTags.field,
      labelDe: taxonomyTags.labelDe,
      labelEn: taxonomyTags.labelEn,
      synonyms: taxonomyTags.synonyms,
      eventId: taxonomyTags.eventId,
      mergedInto: taxonomyTags.mergedInto,
      retiredAt: taxonomyTags.retiredAt,
    })
    .from(taxonomyTags)
    .where(eq(taxonomyTags.allianceId, allianceId))
    .orderBy(asc(taxonomyTags.createdAt), asc(taxonomyTags.tag));
  return rows.length > 0 ? rows : builtInRows();
}

/** All tags of the alliance, whoever they can be chosen by: to name what rows say. */
export const taxonomyIn = async (allianceId: AllianceId, reader: Reader = db()): Promise<Taxonomy> =>
  taxonomyOf(await tagRowsOf(reader, allianceId));

/** What can be chosen: those of all, and of this event. */
export async function taxonomyFor(
  { allianceId, eventId }: { allianceId: AllianceId; eventId?: Id<"event"> | undefined },
  reader: Reader = db(),
): Promise<Taxonomy> {
  const rows = await tagRowsOf(reader, allianceId);
  return taxonomyOf(rows.filter((row) => row.eventId === null || row.eventId === eventId));
}

export type OfficeTag = TagRow & { event: string | null };

/** The alliance's tags for the office of one of its networks; undefined where the viewer has none. */
export async function tagsForOffice(
  viewer: Actor,
  networkId: Id<"network">,
  reader: Reader = db(),
): Promise<{ tags: OfficeTag[]; events: { id: Id<"event">; title: string }[] } | undefined> {
  if (!can(viewer, "taxonomy.manage", { networkId })) return undefined;
  const [network] = await reader.select().from(networks).where(eq(networks.id, networkId));
  if (!network) return undefined;
  const own = await reader
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(
      and(
        eq(events.networkId, networkId),
        or(eq(events.status, "published"), eq(events.status, "draft"), isNull(events.publishedAt)),
      ),
    )
    .orderBy(asc(events.startsAt))
    .limit(100);
  const titles = new Map<string, string>(own.map(({ id, title }) => [id, title]));
  const rows = await tagRowsOf(reader, network.allianceId);
  // Tags of other networks' events are those networks' own.
  const tags = rows.flatMap((row): OfficeTag[] => {
    const event = row.eventId === null ? null : titles.get(row.eventId);
    return event === undefined ? [] : [{ ...row, event }];
  });
  return { tags, events: own };
}
