import { bigserial, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant, refTo } from "../columns";
import { registrations } from "./registration";

/**
 * What somebody agreed to and what they took back, one row each time (Art. 7): a trigger of its own migration refuses every
 * change, so a row goes only with its registration.
 */
export const consents = pgTable(
  "consents",
  {
    /** In the order in which they were written: several can have one instant. */
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    registrationId: refTo("registration_id", "registration")
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    /** `talks`, `listed.participants`, `listed.public`, or the id of a question of the event's form. */
    what: text("what").notNull(),
    /** Of the text that was agreed to: a question's own version, or that of our text. */
    textVersion: integer("text_version").notNull(),
    locale: text("locale", { enum: ["de", "en"] }).notNull(),
    act: text("act", { enum: ["given", "withdrawn"] }).notNull(),
    /** By the form, on the own page, or because the registration ended. */
    how: text("how", { enum: ["form", "page", "ended"] }).notNull(),
    at: instant("at").notNull(),
  },
  (table) => [index("consents_by_registration").on(table.registrationId, table.seq)],
);
