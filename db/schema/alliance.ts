import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, refTo } from "../columns";
import { people } from "./people";

export const alliances = pgTable("alliances", {
  id: id("alliance"),
  slug: text("slug").notNull().unique("alliances_one_per_slug"),
  name: text("name").notNull(),
  createdAt: createdAt(),
});

export const networks = pgTable("networks", {
  id: id("network"),
  allianceId: refTo("alliance_id", "alliance")
    .notNull()
    .references(() => alliances.id),
  slug: text("slug").notNull().unique("networks_one_per_slug"),
  name: text("name").notNull(),
  /** Two letters of the mark. */
  mark: text("mark").notNull(),
  /** The network's one colour, `#rrggbb`; every accent is derived from it. */
  colour: text("colour").notNull(),
  summaryDe: text("summary_de").notNull().default(""),
  summaryEn: text("summary_en").notNull().default(""),
  contactEmail: text("contact_email").notNull(),
  createdAt: createdAt(),
});

export const networkMembers = pgTable(
  "network_members",
  {
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    personId: refTo("person_id", "person")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** `member` may enter members-only events; the others also run the network's office. */
    role: text("role", { enum: ["network_admin", "organizer", "member"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "network_members_one_role", columns: [table.networkId, table.personId] }),
    index("network_members_by_person").on(table.personId),
  ],
);
