import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns";

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
