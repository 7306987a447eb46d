import { bigserial, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant, refTo } from "../columns";
import { networks } from "./alliance";

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
