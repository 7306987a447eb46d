import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { alliances, networks } from "./alliance";
import { ofPerson, people } from "./people";
import { events, series } from "./programme";

/** What full text search reads; Postgres makes it of the other columns. */
const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The alliance's tags of needs and offers. An alliance without rows has the built-in ones; its first change writes them
 * down. The tag is stable: rows elsewhere name it, also after it was merged into another or retired.
 */
export const taxonomyTags = pgTable(
  "taxonomy_tags",
  {
    allianceId: refTo("alliance_id", "alliance")
      .notNull()
      .references(() => alliances.id, { onDelete: "cascade" }),
    tag: text("tag").notNull(),
    field: text("field").notNull(),
    labelDe: text("label_de").notNull(),
    labelEn: text("label_en").notNull(),
    synonyms: text("synonyms").array().notNull().default([]),
    /** For this event alone; null for all. */
    eventId: refTo("event_id", "event").references(() => events.id, { onDelete: "cascade" }),
    mergedInto: text("merged_into"),
    /** Chosen by nobody any more; who has it keeps it. */
    retiredAt: instant("retired_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "taxonomy_tags_once", columns: [table.allianceId, table.tag] }),
    foreignKey({
      name: "taxonomy_tags_merged_into_one",
      columns: [table.allianceId, table.mergedInto],
      foreignColumns: [table.allianceId, table.tag],
    }),
    uniqueIndex("taxonomy_tags_one_per_label")
      .on(table.allianceId, sql`lower(${table.labelDe})`)
      .where(sql`${table.mergedInto} is null and ${table.eventId} is null`),
    uniqueIndex("taxonomy_tags_one_per_label_of_event")
      .on(table.eventId, sql`lower(${table.labelDe})`)
      .where(sql`${table.mergedInto} is null and ${table.eventId} is not null`),
    check("taxonomy_tags_not_into_itself", sql`${table.mergedInto} <> ${table.tag}`),
  ],
);

/** An entry of the board: a need, a request or an offer, of a person for their company or of an office for somebody. */
export const entries = pgTable(
  "entries",
  {
    id: id("entry"),
    allianceId: refTo("alliance_id", "alliance")
      .notNull()
      .references(() => alliances.id),
    seriesId: refTo("series_id", "series")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    /** Whose office answers for it: its own entry's, and of a person's the one that plans the series. */
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    /** Who wrote it for themselves; null for an entry of the office. */
    personId: refTo("person_id", "person").references(() => people.id, { onDelete: "cascade" }),
    /** For which company; empty where nothing is said. */
    organisation: text("organisation").notNull().default(""),
    /** Of an entry of the office: nobody reads for whom it is until both sides agree. */
    anonymous: boolean("anonymous").notNull().default(false),
    kind: text("kind", { enum: ["need", "request", "offer"] }).notNull(),
    title: text("title").notNull(),
    text: text("text").notNull().default(""),
    /** Of `taxonomy_tags`, whatever has become of them since. */
    tags: text("tags").array().notNull(),
    cooperation: text("cooperation").array().notNull().default([]),
    audience: text("audience", { enum: ["public", "alliance", "participants", "network"] })
      .notNull()
      .default("alliance"),
    /** Of `participants`: of this event; null for the whole series. */
    eventId: refTo("event_id", "event").references(() => events.id, { onDelete: "cascade" }),
    /** Of `network`: whose people. */
    audienceNetworkId: refTo("audience_network_id", "network").references(() => networks.id),
    state: text("state", { enum: ["open", "in_talks", "solved"] })
      .notNull()
      .default("open"),
    outcome: text("outcome", { enum: ["cooperation", "contact", "elsewhere", "dropped"] }),
    validUntil: instant("valid_until").notNull(),
    hiddenAt: instant("hidden_at"),
    hiddenReason: text("hidden_reason"),
    /** Title and text in small letters, without umlauts and hyphens: compound words are found by their parts. */
    searchText: text("search_text").notNull(),
    searchVector: searchVector("search_vector").generatedAlwaysAs(
      (): SQL =>
        sql`setweight(to_tsvector('german'::regconfig, ${entries.title}), 'A') || setweight(to_tsvector('german'::regconfig, ${entries.text}), 'B')`,
    ),
    createdAt: createdAt(),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (table) => [
    index("entries_by_alliance").on(table.allianceId, table.validUntil),
    index("entries_by_series").on(table.seriesId),
    index("entries_by_network").on(table.networkId),
    index("entries_by_person").on(table.personId),
    index("entries_by_tag").using("gin", table.tags),
    index("entries_by_word").using("gin", table.searchVector),
    index("entries_by_part_of_word").using("gin", table.searchText.op("gin_trgm_ops")),
    check("entries_anonymous_by_office", sql`not ${table.anonymous} or ${table.personId} is null`),
    check("entries_solved_with_outcome", sql`(${table.state} = 'solved') = (${table.outcome} is not null)`),
    check("entries_hidden_with_reason", sql`(${table.hiddenAt} is null) = (${table.hiddenReason} is null)`),
    check(
      "entries_audience_named",
      sql`(${table.audience} = 'network') = (${table.audienceNetworkId} is not null)
        and (${table.audience} = 'participants' or ${table.eventId} is null)`,
    ),
  ],
);

/** Files of an entry; the bytes lie in the store, see `lib/storage`. */
export const entryFiles = pgTable(
  "entry_files",
  {
    fileId: refTo("file_id", "file").primaryKey(),
    entryId: refTo("entry_id", "entry")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    fileType: text("file_type").notNull(),
    fileBytes: integer("file_bytes").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("entry_files_by_entry").on(table.entryId)],
);

/** Somebody offers help with an entry. Each learns the other's address when the entry's side says yes, too. */
export const entryContacts = pgTable(
  "entry_contacts",
  {
    id: id("contact"),
    entryId: refTo("entry_id", "entry")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    personId: ofPerson(),
    note: text("note").notNull().default(""),
    state: text("state", { enum: ["asked", "agreed", "declined"] })
      .notNull()
      .default("asked"),
    createdAt: createdAt(),
    answeredAt: instant("answered_at"),
  },
  (table) => [
    uniqueIndex("entry_contacts_once").on(table.entryId, table.personId),
    index("entry_contacts_by_person").on(table.personId),
    check("entry_contacts_answered", sql`(${table.state} = 'asked') = (${table.answeredAt} is null)`),
  ],
);

/** What somebody finds wrong with an entry; its office decides. */
export const entryReports = pgTable(
  "entry_reports",
  {
    entryId: refTo("entry_id", "entry")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    personId: ofPerson(),
    reason: text("reason", { enum: ["advertising", "personal_data", "insulting", "other"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "entry_reports_once", columns: [table.entryId, table.personId] }),
    index("entry_reports_by_person").on(table.personId),
  ],
);

/** Who wants the new entries of a series by mail once a week. */
export const digestReaders = pgTable(
  "digest_readers",
  {
    personId: ofPerson(),
    seriesId: refTo("series_id", "series")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    /** The Monday of the last mail, or of the last week without anything to say. */
    writtenFor: text("written_for").notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "digest_readers_once", columns: [table.personId, table.seriesId] }),
    index("digest_readers_by_series").on(table.seriesId),
  ],
);
