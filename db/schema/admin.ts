import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../columns";

/** Settings of the installation, such as the state of the demo data. */
export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  changedAt: instant("changed_at").notNull(),
});
