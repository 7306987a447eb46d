import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { ofPerson } from "./people";

export const alliances = pgTable("alliances", {
  id: id("alliance"),
  slug: text("slug").notNull().unique("alliances_one_per_slug"),
  name: text("name").notNull(),
  createdAt: createdAt(),
});

/** A text of the network in one language; empty where it has none. */
const prose = (column: string) => text(column).notNull().default("");

export const networks = pgTable(
  "networks",
  {
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
    summaryDe: prose("summary_de"),
    summaryEn: prose("summary_en"),
    contactEmail: text("contact_email").notNull(),
    /** A picture in the file store that stands in the mark's place, and what it shows in words. */
    logoId: refTo("logo_id", "file"),
    logoAlt: prose("logo_alt"),
    imprintDe: prose("imprint_de"),
    imprintEn: prose("imprint_en"),
    privacyDe: prose("privacy_de"),
    privacyEn: prose("privacy_en"),
    termsDe: prose("terms_de"),
    termsEn: prose("terms_en"),
    /** Days after an event for which its rows are kept; null is the longest time that lib/privacy/retention.ts allows. */
    keptRegistrations: integer("kept_registrations"),
    keptSensitive: integer("kept_sensitive"),
    keptChat: integer("kept_chat"),
    createdAt: createdAt(),
  },
  (table) => [
    check("networks_keep_registrations", sql`${table.keptRegistrations} between 7 and 180`),
    check("networks_keep_sensitive", sql`${table.keptSensitive} between 1 and 14`),
    check("networks_keep_chat", sql`${table.keptChat} between 1 and 30`),
  ],
);

export const networkMembers = pgTable(
  "network_members",
  {
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    personId: ofPerson(),
    /**
     * `member` may enter members-only events; `observer` also reads the office's pages; the others run it, and a
     * `network_admin`, its owner, also says who has which role.
     */
    role: text("role", { enum: ["network_admin", "organizer", "observer", "member"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "network_members_one_role", columns: [table.networkId, table.personId] }),
    index("network_members_by_person").on(table.personId),
  ],
);

/** Addresses that the office has listed as members. One counts for whoever has proven it, and for nobody else. */
export const networkAddresses = pgTable(
  "network_addresses",
  {
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    /** Normal form: trimmed and lower case. */
    email: text("email").notNull(),
    /** What the office wrote, where its person has moved to another address since; and when they moved last. */
    listedAs: text("listed_as"),
    movedAt: instant("moved_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "network_addresses_once", columns: [table.networkId, table.email] }),
    index("network_addresses_by_email").on(table.email),
    check("network_addresses_moved_once", sql`(${table.listedAs} is null) = (${table.movedAt} is null)`),
  ],
);

/** Domains of mail whose every proven address is a member's. */
export const networkDomains = pgTable(
  "network_domains",
  {
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    /** Lower case, without the @. */
    domain: text("domain").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "network_domains_once", columns: [table.networkId, table.domain] }),
    index("network_domains_by_domain").on(table.domain),
  ],
);
