import { bigserial, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, refTo } from "../columns";
import { networks } from "./alliance";

/**
 * Who was erased, as hashes of their ids: the row leads to nobody, but a restored backup finds by it whom to erase once
 * more. It may outlive every backup.
 */
export const erasures = pgTable(
  "erasures",
  {
    kind: text("kind", { enum: ["person", "registration"] }).notNull(),
    idHash: text("id_hash").notNull(),
    erasedAt: instant("erased_at").notNull(),
  },
  (table) => [primaryKey({ name: "erasures_once", columns: [table.kind, table.idHash] })],
);

/** What the jobs have deleted because its time was over: numbers only. Without a network it belonged to none. */
export const forgettings = pgTable(
  "forgettings",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    at: instant("at").notNull(),
    kept: text("kept").notNull(),
    networkId: refTo("network_id", "network").references(() => networks.id, { onDelete: "cascade" }),
    rows: integer("rows").notNull(),
  },
  (table) => [index("forgettings_by_network").on(table.networkId, table.at)],
);
