import "server-only";
import { asc, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { entries } from "@/db/schema/board";
import { type Actor, can } from "@/domain/policy";
import { type Cell, csvParts } from "@/lib/csv/table";
import type { Id } from "@/lib/ids";
import { labelOf } from "../rules";
import { selectEntries } from "./entries";
import { officeScope } from "./scopes";
import { taxonomyIn } from "./taxonomy";

type Asked = { networkId: Id<"network">; format: "excel" | "rfc4180" };

const head = [
  ...["id", "kind", "title", "text", "tags", "cooperation", "organisation", "posted_by", "anonymous"],
  ...["audience", "state", "outcome", "valid_until", "hidden", "created_at"],
];

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** Every entry that an office answers for, without any address; the download itself is written down by `export-entries`. */
export async function entriesFile(viewer: Actor, { networkId, format }: Asked, reader: Reader = db()) {
  if (!can(viewer, "entry.export", { networkId })) return undefined;
  const office = await officeScope(reader, networkId);
  if (!office) return undefined;
  const taxonomy = await taxonomyIn(office.allianceId, reader);
  const rows = await selectEntries(reader)
    .where(eq(entries.networkId, networkId))
    .orderBy(asc(entries.createdAt));
  const cells = ({ entry, author, network }: (typeof rows)[number]): Cell[] => [
    ...[entry.id, entry.kind, entry.title, entry.text],
    entry.tags.map((tag) => labelOf(taxonomy.named(tag), "de")).join(", "),
    entry.cooperation.join(", "),
    ...[entry.organisation, author?.name ?? network.name, entry.anonymous ? "yes" : "no"],
    ...[entry.audience, entry.state, entry.outcome, dayOf(entry.validUntil)],
    ...[entry.hiddenReason, entry.createdAt.toISOString()],
  ];
  return { name: "eintraege.csv", parts: csvParts({ format, head, rows, cells }) };
}
