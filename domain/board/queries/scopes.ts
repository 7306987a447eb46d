import "server-only";
import { and, eq, inArray, notInArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { entries, entryFiles } from "@/db/schema/board";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";

/** A network with its alliance, as what its office changes is about; undefined for one that does not exist. */
export async function officeScope(reader: Reader, networkId: Id<"network">) {
  const [row] = await reader
    .select({ networkId: networks.id, allianceId: networks.allianceId })
    .from(networks)
    .where(eq(networks.id, networkId));
  return row;
}

/** An entry, locked: whose it is decides who may change it. */
export async function lockEntry(reader: Reader, entryId: Id<"entry">) {
  const [entry] = await reader.select().from(entries).where(eq(entries.id, entryId)).for("update");
  return entry && { entry, ...ownScope(entry) };
}

/** A person's entry is theirs alone, an office's belongs to its network. */
export const ownScope = (entry: Pick<typeof entries.$inferSelect, "personId" | "networkId">) =>
  entry.personId
    ? { networkId: null, ownerIds: [entry.personId] }
    : { networkId: entry.networkId, ownerIds: [] };

/** Networks of the viewer: every role in one itself counts, also a mere member's. */
export const networksOf = (viewer: Actor): Id<"network">[] =>
  viewer.type === "person"
    ? viewer.grants.flatMap(({ networkId, eventId }) => (eventId === undefined ? [networkId] : []))
    : [];

/** Whether a person belongs to an alliance: a member of one of its networks, or registered at an event of one. */
export async function belongsTo(reader: Reader, viewer: Actor, allianceId: Id<"alliance">): Promise<boolean> {
  if (viewer.type !== "person") return false;
  const own = networksOf(viewer);
  const [member] =
    own.length === 0
      ? []
      : await reader
          .select({ id: networks.id })
          .from(networks)
          .where(and(eq(networks.allianceId, allianceId), inArray(networks.id, own)))
          .limit(1);
  if (member) return true;
  const [registered] = await reader
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(networks, eq(networks.id, events.networkId))
    .where(
      and(
        eq(networks.allianceId, allianceId),
        eq(registrations.personId, viewer.personId),
        notInArray(registrations.status, ["cancelled", "declined"]),
      ),
    )
    .limit(1);
  return registered !== undefined;
}

/** Which of these files belong to an entry. */
export async function entryFilesInUse(
  ids: readonly Id<"file">[],
  reader: Reader = db(),
): Promise<Set<Id<"file">>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .select({ id: entryFiles.fileId })
    .from(entryFiles)
    .where(inArray(entryFiles.fileId, [...ids]));
  return new Set(rows.map(({ id }) => id));
}
