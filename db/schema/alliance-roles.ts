import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { networks } from "./alliance";
import { ofPerson, people } from "./people";
import { events, ofEvent } from "./programme";

/** Who acts in one event, whatever their role in the network: host, co-host, speaker, at its door, or looking on. */
export const eventRoles = pgTable(
  "event_roles",
  {
    eventId: ofEvent(),
    personId: ofPerson(),
    role: text("role", { enum: ["host", "cohost", "speaker", "check_in", "observer"] }).notNull(),
  },
  (table) => [
    primaryKey({ name: "event_roles_one_each", columns: [table.eventId, table.personId] }),
    index("event_roles_by_person").on(table.personId),
  ],
);

/**
 * A role that was offered by mail, in a network's office or in one event of it; it begins when whoever has proven the
 * address accepts it.
 */
export const roleInvitations = pgTable(
  "role_invitations",
  {
    id: id("roleInvitation"),
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    /** Null for a role in the office. */
    eventId: refTo("event_id", "event").references(() => events.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    role: text("role", {
      enum: ["network_admin", "organizer", "observer", "host", "cohost", "speaker", "check_in"],
    }).notNull(),
    /** The owner who offers it: with their ownership the offer is over. */
    offeredBy: refTo("offered_by", "person").references(() => people.id, { onDelete: "set null" }),
    /** Language of the mail. */
    locale: text("locale", { enum: ["de", "en"] }).notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    withdrawnAt: instant("withdrawn_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("role_invitations_one_open")
      .on(table.networkId, table.email)
      .where(sql`${table.eventId} is null and ${table.acceptedAt} is null and ${table.withdrawnAt} is null`),
    uniqueIndex("role_invitations_one_open_in_event")
      .on(table.eventId, table.email)
      .where(
        sql`${table.eventId} is not null and ${table.acceptedAt} is null and ${table.withdrawnAt} is null`,
      ),
    index("role_invitations_by_email").on(table.email),
    index("role_invitations_by_owner").on(table.offeredBy),
    check(
      "role_invitations_role_fits",
      sql`case when ${table.eventId} is null then ${table.role} in ('network_admin', 'organizer', 'observer')
        else ${table.role} in ('host', 'cohost', 'speaker', 'check_in', 'observer') end`,
    ),
  ],
);
