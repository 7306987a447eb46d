import { sql } from "drizzle-orm";
import { check, doublePrecision, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns";
import { ofPerson } from "./people";
import { ofEvent } from "./programme";

/**
 * Whom an event suggests to whom, as it was worked out last. Pages show of it only what holds when they are read, with the
 * reasons of that moment; what lies here is who was chosen.
 */
export const suggestions = pgTable(
  "suggestions",
  {
    eventId: ofEvent(),
    personId: ofPerson(),
    partnerId: ofPerson("partner_id"),
    score: doublePrecision("score").notNull(),
  },
  (table) => [
    primaryKey({ name: "suggestions_once", columns: [table.eventId, table.personId, table.partnerId] }),
    index("suggestions_by_person").on(table.personId),
    index("suggestions_by_partner").on(table.partnerId),
    check("suggestions_not_oneself", sql`${table.personId} <> ${table.partnerId}`),
  ],
);

/** What a person's list was worked out from, as a fingerprint: whose differs is worked out anew. */
export const suggestionStates = pgTable(
  "suggestion_states",
  {
    eventId: ofEvent(),
    personId: ofPerson(),
    fingerprint: text("fingerprint").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "suggestion_states_once", columns: [table.eventId, table.personId] }),
    index("suggestion_states_by_person").on(table.personId),
  ],
);

/** „Passt nicht“: these two are not suggested to each other in this event. The other one never hears of it. */
export const suggestionDismissals = pgTable(
  "suggestion_dismissals",
  {
    eventId: ofEvent(),
    personId: ofPerson(),
    dismissedId: ofPerson("dismissed_id"),
    reason: text("reason", { enum: ["topic", "known", "not_now"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "suggestion_dismissals_once",
      columns: [table.eventId, table.personId, table.dismissedId],
    }),
    index("suggestion_dismissals_by_person").on(table.personId),
    index("suggestion_dismissals_by_dismissed").on(table.dismissedId),
    check("suggestion_dismissals_not_oneself", sql`${table.personId} <> ${table.dismissedId}`),
  ],
);
