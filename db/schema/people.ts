import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";

/** A person whose address is proven: by a mailed link or code, or by an organisation's sign-in. */
export const people = pgTable(
  "people",
  {
    id: id("person"),
    name: text("name").notNull().default(""),
    email: text("email").notNull().unique("people_one_per_email"),
    /** When the address was last proven: by a sign-in, or by the link of a registration. */
    emailVerified: instant("email_verified"),
    image: text("image"),
    organisation: text("organisation").notNull().default(""),
    locale: text("locale", { enum: ["de", "en"] })
      .notNull()
      .default("de"),
    timeZone: text("time_zone").notNull().default("Europe/Berlin"),
    /** True only for rows that the demo seed made and nobody has touched. */
    demo: boolean("demo").notNull().default(false),
    createdAt: createdAt(),
    erasedAt: instant("erased_at"),
  },
  // Whoever writes the address, and in whatever case they type it: one mailbox is one person.
  (table) => [check("people_email_lower_case", sql`${table.email} = lower(${table.email})`)],
);

/** A column that names a person a row is about, and with whom it goes. */
export const ofPerson = (column = "person_id") =>
  refTo(column, "person")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

/** Sign-ins that are open now; the token is what next-auth's cookie holds. */
export const logins = pgTable(
  "logins",
  {
    sessionToken: text("session_token").primaryKey(),
    userId: ofPerson(),
    expires: instant("expires").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("logins_by_person").on(table.userId)],
);

export const accounts = pgTable(
  "accounts",
  {
    userId: ofPerson(),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: integer("expires_at"),
    token_type: text("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: text("session_state"),
  },
  (table) => [
    primaryKey({ name: "accounts_one_per_provider", columns: [table.provider, table.providerAccountId] }),
  ],
);

export const verificationTokens = pgTable(
  "verification_tokens",
  {
    identifier: text("identifier").notNull(),
    token: text("token").notNull(),
    expires: instant("expires").notNull(),
  },
  (table) => [primaryKey({ name: "verification_tokens_once", columns: [table.identifier, table.token] })],
);

/** Six-digit codes: hashed, ten minutes, five tries, bound to the browser that asked. */
export const signInCodes = pgTable(
  "sign_in_codes",
  {
    id: id("code"),
    email: text("email").notNull(),
    codeHash: text("code_hash").notNull(),
    browserHash: text("browser_hash").notNull(),
    /** What the mail says (link and code), encrypted, so that the worker can write it and the row alone opens nothing. */
    sealed: text("sealed").notNull(),
    tries: integer("tries").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (table) => [index("sign_in_codes_by_email").on(table.email)],
);

/** Somebody's wish for another address, until its link was used or is over. The mail carries the row's sealed id. */
export const emailChanges = pgTable(
  "email_changes",
  {
    id: id("emailChange"),
    personId: ofPerson(),
    fromEmail: text("from_email").notNull(),
    toEmail: text("to_email").notNull(),
    locale: text("locale", { enum: ["de", "en"] }).notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (table) => [
    index("email_changes_by_person").on(table.personId),
    index("email_changes_by_address").on(table.toEmail),
  ],
);
