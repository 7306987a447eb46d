import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { alliances, networks } from "./alliance";
import { people } from "./people";

export const series = pgTable("series", {
  id: id("series"),
  allianceId: refTo("alliance_id", "alliance")
    .notNull()
    .references(() => alliances.id),
  /** The network that plans it and says who else may; null only where nobody has an event in it yet. */
  networkId: refTo("network_id", "network").references(() => networks.id),
  slug: text("slug").notNull().unique("series_one_per_slug"),
  title: text("title").notNull(),
  summary: text("summary").notNull().default(""),
  /** Empty where German has to do. */
  titleEn: text("title_en").notNull().default(""),
  summaryEn: text("summary_en").notNull().default(""),
  /** `#rrggbb` of its own page; null for that of the house. */
  colour: text("colour"),
  startsOn: date("starts_on", { mode: "string" }).notNull(),
  endsOn: date("ends_on", { mode: "string" }).notNull(),
  createdAt: createdAt(),
});

/** Networks beside the owner that may put their events into a series, once their office has said yes. */
export const seriesNetworks = pgTable(
  "series_networks",
  {
    seriesId: refTo("series_id", "series")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    /** Null while they are only invited. */
    acceptedAt: instant("accepted_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "series_networks_once", columns: [table.seriesId, table.networkId] }),
    index("series_networks_by_network").on(table.networkId),
  ],
);

export const events = pgTable(
  "events",
  {
    id: id("event"),
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    seriesId: refTo("series_id", "series").references(() => series.id),
    slug: text("slug").notNull().unique("events_one_per_slug"),
    kind: text("kind", {
      enum: ["webinar", "workshop", "forum", "conference", "training", "matchmaking"],
    }).notNull(),
    /** How the room works; see the rights table in docs/architecture.md. */
    mode: text("mode", { enum: ["stage", "roundtable", "forum"] }).notNull(),
    status: text("status", { enum: ["draft", "published", "live", "ended", "postponed", "cancelled"] })
      .notNull()
      .default("draft"),
    title: text("title").notNull(),
    summary: text("summary").notNull().default(""),
    description: text("description").notNull().default(""),
    language: text("language", { enum: ["de", "en"] })
      .notNull()
      .default("de"),
    topics: text("topics").array().notNull().default(sql`'{}'::text[]`),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    timeZone: text("time_zone").notNull().default("Europe/Berlin"),
    membersOnly: boolean("members_only").notNull().default(false),
    /**
     * Who counts as a member at such an event: whoever is on the network's list, has an address of one of its domains,
     * or asks and waits for the office's yes. An invitation opens it besides.
     */
    membersBy: text("members_by", { enum: ["list", "domain", "asking"] })
      .array()
      .notNull()
      .default(sql`'{list,domain}'::text[]`),
    /** Where people meet on site; null for events that are only online. */
    place: text("place"),
    /** Before it nobody registers, whoever has an invitation either; null: as soon as the page is public. */
    registrationOpensAt: instant("registration_opens_at"),
    registrationClosesAt: instant("registration_closes_at"),
    /** Number in the calendar file that grows with each change of time or place, and with a cancellation. */
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    /** When that number last grew, which feeds call an update; null while it never did. */
    calendarChangedAt: instant("calendar_changed_at"),
    /** The start it had before it was put off; null while it never was. */
    postponedFrom: instant("postponed_from"),
    publishedAt: instant("published_at"),
    createdAt: createdAt(),
  },
  (table) => [
    check("events_end_after_start", sql`${table.endsAt} > ${table.startsAt}`),
    check(
      "events_open_before_they_close",
      sql`${table.registrationOpensAt} < coalesce(${table.registrationClosesAt}, ${table.endsAt})`,
    ),
    index("events_by_start").on(table.startsAt),
    index("events_by_network").on(table.networkId),
    index("events_by_series").on(table.seriesId),
  ],
);

/** A column that names the event a row belongs to, and with which it goes. */
export const ofEvent = () =>
  refTo("event_id", "event")
    .notNull()
    .references(() => events.id, { onDelete: "cascade" });

/** Hosts beside the lead network: shown on the page, with access to the desk, or both. */
export const eventNetworks = pgTable(
  "event_networks",
  {
    eventId: ofEvent(),
    networkId: refTo("network_id", "network")
      .notNull()
      .references(() => networks.id),
    shown: boolean("shown").notNull().default(true),
    hasAccess: boolean("has_access").notNull().default(false),
  },
  (table) => [
    primaryKey({ name: "event_networks_once", columns: [table.eventId, table.networkId] }),
    index("event_networks_by_network").on(table.networkId),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    id: id("session"),
    eventId: ofEvent(),
    title: text("title").notNull(),
    kind: text("kind", { enum: ["welcome", "presentation", "discussion", "break", "talks"] }).notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** Items of the same name stand below each other, tracks side by side; empty for what is for everybody. */
    track: text("track").notNull().default(""),
    /** Where it takes place: a room of the house, or what leads there online. */
    place: text("place").notNull().default(""),
    /** How people take part in it, where it differs from the event. */
    mode: text("mode", { enum: ["stage", "roundtable", "forum"] }),
    /** Stands in the run of show only: nobody outside the team sees it. */
    isInternal: boolean("is_internal").notNull().default(false),
    /** What is on screen, who looks after it, and what to keep in mind: for the team alone. */
    scene: text("scene").notNull().default(""),
    crew: text("crew").notNull().default(""),
    notes: text("notes").notNull().default(""),
    /** When it really began; null until somebody said so. */
    begunAt: instant("begun_at"),
  },
  (table) => [
    check("sessions_end_after_start", sql`${table.endsAt} > ${table.startsAt}`),
    index("sessions_by_event").on(table.eventId, table.startsAt),
    unique("sessions_with_times").on(table.id, table.startsAt, table.endsAt),
  ],
);

/** A name on the public page; `personId` only when the speaker signs in. */
export const speakers = pgTable(
  "speakers",
  {
    id: id("speaker"),
    eventId: ofEvent(),
    personId: refTo("person_id", "person").references(() => people.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    organisation: text("organisation").notNull().default(""),
    role: text("role").notNull().default(""),
    bioDe: text("bio_de").notNull().default(""),
    bioEn: text("bio_en").notNull().default(""),
    /** A square picture in the file store. */
    pictureId: refTo("picture_id", "file"),
    position: integer("position").notNull().default(0),
  },
  (table) => [index("speakers_by_event").on(table.eventId), index("speakers_by_picture").on(table.pictureId)],
);

/**
 * Who speaks in which item. Its times stand here too, so that a constraint can keep anybody from being in two places at
 * once; a reference to the item with its times moves them along (both written in a migration of their own).
 */
export const sessionSpeakers = pgTable(
  "session_speakers",
  {
    sessionId: refTo("session_id", "session")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    speakerId: refTo("speaker_id", "speaker")
      .notNull()
      .references(() => speakers.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull().default(sql`'-infinity'`),
    endsAt: instant("ends_at").notNull().default(sql`'-infinity'`),
  },
  (table) => [primaryKey({ name: "session_speakers_once", columns: [table.sessionId, table.speakerId] })],
);

/** What an event gives out: a file of the file store, or a link. */
export const materials = pgTable(
  "materials",
  {
    id: id("material"),
    eventId: ofEvent(),
    /** The agenda item it belongs to, if any. */
    sessionId: refTo("session_id", "session").references(() => sessions.id, { onDelete: "set null" }),
    title: text("title").notNull(),
    url: text("url"),
    fileId: refTo("file_id", "file"),
    /** What it is by its content, what it is called when somebody saves it, and how many bytes it has. */
    fileType: text("file_type"),
    fileName: text("file_name"),
    fileBytes: integer("file_bytes"),
    audience: text("audience", { enum: ["everyone", "registered"] }).notNull(),
    /** Whether it waits for the event to be over. */
    afterEvent: boolean("after_event").notNull().default(false),
    position: integer("position").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check("materials_are_link_or_file", sql`(${table.url} is null) <> (${table.fileId} is null)`),
    check(
      "materials_know_their_file",
      sql`(${table.fileId} is null) = (${table.fileType} is null or ${table.fileName} is null or ${table.fileBytes} is null)`,
    ),
    index("materials_by_event").on(table.eventId, table.position),
    index("materials_by_file").on(table.fileId),
  ],
);
