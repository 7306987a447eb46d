import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { events } from "@/db/schema/programme";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { networksOf } from "./scopes";
import { taxonomyIn } from "./taxonomy";
import { officesOf } from "./visible";

/** What whoever writes an entry on a board can choose. */
export async function writingFor(
  viewer: Actor,
  { seriesId, allianceId }: { seriesId: Id<"series">; allianceId: Id<"alliance"> },
  reader: Reader = db(),
) {
  const [own, offices] = [networksOf(viewer), officesOf(viewer)];
  const named =
    own.length === 0
      ? []
      : await reader
          .select({ id: networks.id, label: networks.name })
          .from(networks)
          .where(and(eq(networks.allianceId, allianceId), inArray(networks.id, own)))
          .orderBy(asc(networks.name));
  const meant = await reader
    .select({ id: events.id, label: events.title })
    .from(events)
    .where(and(eq(events.seriesId, seriesId), eq(events.status, "published"), eq(events.membersOnly, false)))
    .orderBy(asc(events.startsAt));
  const { fields } = await taxonomyIn(allianceId, reader);
  return { fields, networks: named, offices: named.filter(({ id }) => offices.includes(id)), events: meant };
}
