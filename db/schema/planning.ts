import { sql } from "drizzle-orm";
import { jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { networks } from "./alliance";

/** What a network saved of an event, to plan others from it; programme's `eventPlan` reads the plan. */
export const eventTemplates = pgTable(
  "event_templates",
  {
    id: id("template"),
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    name: text("name").notNull(),
    plan: jsonb("plan").notNull(),
    /** Since when it is no longer offered; what was planned from it stays. */
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("event_templates_one_per_name")
      .on(table.networkId, sql`lower(${table.name})`)
      .where(sql`${table.archivedAt} is null`),
  ],
);
