import { sql } from "drizzle-orm";
import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";

/** Who did what to which row, refused attempts included. Never holds names, addresses or free text. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: id("audit"),
    at: instant("at").notNull(),
    command: text("command").notNull(),
    permission: text("permission").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    networkId: refTo("network_id", "network"),
    eventId: refTo("event_id", "event"),
    outcome: text("outcome").notNull(),
    requestId: text("request_id"),
  },
  (table) => [
    index("audit_entries_by_time").on(table.at),
    index("audit_entries_by_actor").on(table.actorId, table.at),
  ],
);

/** Facts waiting to be told to mail, calendars, caches and rooms. Written in the transaction of the fact. */
export const outbox = pgTable(
  "outbox",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    id: text("id").notNull().unique(),
    kind: text("kind").notNull(),
    payload: jsonb("payload").notNull(),
    createdAt: instant("created_at").notNull(),
    dispatchedAt: instant("dispatched_at"),
  },
  // Only what waits: otherwise each look for the next fact passes by all that were ever told.
  (table) => [index("outbox_waiting").on(table.seq).where(sql`${table.dispatchedAt} is null`)],
);

/** Which subscriber has dealt with which fact; redelivery finds its row here and does nothing. */
export const factDeliveries = pgTable(
  "fact_deliveries",
  {
    factId: text("fact_id").notNull(),
    subscriber: text("subscriber").notNull(),
    doneAt: instant("done_at").notNull(),
  },
  (table) => [primaryKey({ name: "fact_deliveries_once", columns: [table.factId, table.subscriber] })],
);

export const webhookReceipts = pgTable(
  "webhook_receipts",
  {
    id: text("id").primaryKey(),
    source: text("source").notNull(),
    roomName: text("room_name"),
    body: jsonb("body").notNull(),
    receivedAt: instant("received_at").notNull(),
    appliedAt: instant("applied_at"),
  },
  (table) => [index("webhook_receipts_waiting").on(table.receivedAt).where(sql`${table.appliedAt} is null`)],
);

/** The stored answer to a write that a browser may repeat; the same key gets the same answer. */
export const idempotencyAnswers = pgTable(
  "idempotency_answers",
  {
    key: text("key").notNull(),
    command: text("command").notNull(),
    actor: text("actor").notNull(),
    answer: jsonb("answer").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "idempotency_answers_once", columns: [table.key, table.command, table.actor] }),
  ],
);

/** Versions of cached public pages; a bump tells every process to render the page anew. */
export const cacheTags = pgTable("cache_tags", {
  tag: text("tag").primaryKey(),
  version: bigint("version", { mode: "number" }).notNull().default(1),
  bumpedAt: instant("bumped_at").notNull(),
});

/** One counter per signal channel (an event or an admission): its row lock makes commit order number order. */
export const channels = pgTable("channels", {
  channel: text("channel").primaryKey(),
  seq: integer("seq").notNull().default(0),
});

export const signals = pgTable(
  "signals",
  {
    channel: text("channel").notNull(),
    seq: integer("seq").notNull(),
    topic: text("topic").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ name: "signals_in_order", columns: [table.channel, table.seq] })],
);
