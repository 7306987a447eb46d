import "server-only";
import { and, asc, count, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { chosen, isUnproven } from "../internal/list-choice";
import { PAGE_SIZE } from "../rules";
import type { ListChoice, ListOrder } from "../schema";
import { findAnswerChoice } from "./by-answer";
import { isOnList } from "./on-list";
import type { Sight } from "./unanswered";

const columns = {
  id: registrations.id,
  name: registrations.name,
  organisation: registrations.organisation,
  email: registrations.email,
  status: registrations.status,
  attendance: registrations.attendance,
  source: registrations.source,
  tags: registrations.tags,
  talksOptIn: registrations.talksOptIn,
  locale: registrations.locale,
  createdAt: registrations.createdAt,
  provenAt: registrations.provenAt,
};

const orders: Record<ListOrder, readonly SQLWrapper[]> = {
  since: [],
  name: [sql`lower(${registrations.name})`],
  organisation: [sql`lower(${registrations.organisation})`, sql`lower(${registrations.name})`],
  email: [registrations.email],
  status: [registrations.status],
};

/** All in one direction, so that the index on the time of registering serves both. */
function orderOf({ sort, dir = sort === "since" ? "desc" : "asc" }: ListChoice): SQL[] {
  const way = dir === "desc" ? desc : asc;
  return [...orders[sort], registrations.createdAt, registrations.id].map((column) => way(column));
}

/** The statement of one page; apart, so that a test can ask the database how it would run it. */
export const pageOf = (reader: Reader, eventId: Id<"event">, choice: ListChoice & Sight) =>
  reader
    .select(columns)
    .from(registrations)
    .where(chosen(eventId, choice))
    .orderBy(...orderOf(choice))
    .limit(PAGE_SIZE)
    .offset((choice.page - 1) * PAGE_SIZE);

export type ListedRegistration = Awaited<ReturnType<typeof pageOf>>[number];
export type DeskList = { rows: ListedRegistration[]; all: number; page: number };

/**
 * One page of an event's list, and how many there are of the choice, for those who may see the desk; undefined for
 * others. A page beyond the end is the last one: people on it may have been forgotten meanwhile. Tags are the office's:
 * who only runs the event sees none and finds nobody by them; nor by an answer that they may not read, nor by what such an
 * answer has brought up: who may read none at all cannot ask who still owes one.
 */
export async function listForDesk(
  viewer: Actor,
  { eventId, choice }: { eventId: Id<"event">; choice: ListChoice },
  reader: Reader = db(),
): Promise<DeskList | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "registration.list", scope)) return undefined;
  const seesTags = can(viewer, "registration.manage", scope);
  const { tag, answer: text } = choice;
  const answer = await findAnswerChoice(viewer, { eventId, text }, reader);
  const mayAskWhoOwes = can(viewer, "registration.read", scope);
  const asked = {
    ...{ ...choice, tag: seesTags ? tag : "", answer: answer?.value ?? "" },
    status: choice.status === "unanswered" && !mayAskWhoOwes ? ("all" as const) : choice.status,
    inConfidence: can(viewer, "answers.readSensitive", scope),
  };
  const all = await reader.$count(registrations, chosen(eventId, asked));
  const page = Math.min(choice.page, Math.max(1, Math.ceil(all / PAGE_SIZE)));
  const rows = all === 0 ? [] : await pageOf(reader, eventId, { ...asked, page });
  return { rows: seesTags ? rows : rows.map((row) => ({ ...row, tags: [] })), all, page };
}

/** How many are on the list at all, unproven, and for talks; none for who may not see the desk. */
export async function deskNumbers(viewer: Actor, eventId: Id<"event">, reader: Reader = db()) {
  const none = { all: 0, unproven: 0, talks: 0 };
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "registration.list", scope)) return none;
  const wantsTalks = and(isOnList, eq(registrations.talksOptIn, true));
  const [numbers] = await reader
    .select({
      all: count(),
      unproven: sql`count(*) filter (where ${isUnproven})`.mapWith(Number),
      talks: sql`count(*) filter (where ${wantsTalks})`.mapWith(Number),
    })
    .from(registrations)
    .where(eq(registrations.eventId, eventId));
  return numbers ?? none;
}

const MOST_TAGS = 100;

/** The tags that an event's list knows, in the order of the alphabet; none for who may not give any. */
export async function listTags(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<string[]> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "registration.manage", scope)) return [];
  const tag = sql<string>`unnest(${registrations.tags})`.as("tag");
  const rows = await reader
    .selectDistinct({ tag })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), sql`cardinality(${registrations.tags}) > 0`))
    .orderBy(asc(sql`1`))
    .limit(MOST_TAGS);
  return rows.map((row) => row.tag);
}
