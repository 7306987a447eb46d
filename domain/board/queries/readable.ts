import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { entries, entryContacts } from "@/db/schema/board";
import { events, series } from "@/db/schema/programme";
import type { Actor } from "@/domain/policy";
import { type Id, idOf } from "@/lib/ids";
import { networksOf, ownScope } from "./scopes";
import { notHiddenFrom, visibleTo } from "./visible";

type Asked = { entryId: Id<"entry">; now: Date };

/** That it is this entry and that this person may read it, as a condition; undefined for one that does not exist. */
async function isReadable(reader: Reader, actor: Actor, { entryId, now }: Asked) {
  const [found] = await reader
    .select({ allianceId: entries.allianceId })
    .from(entries)
    .where(eq(entries.id, entryId));
  if (!found) return undefined;
  return and(await visibleTo(reader, actor, { allianceId: found.allianceId, now }), eq(entries.id, entryId));
}

/**
 * The same for who writes about it to its side. An office reads what it answers for, whoever keeps its people away and though it
 * is hidden from everybody else; that is no way to bring words to its author (P24).
 */
export async function answerableEntry(reader: Reader, actor: Actor, asked: Asked) {
  const readable = await isReadable(reader, actor, asked);
  if (!readable || actor.type !== "person") return undefined;
  const isShown = and(isNull(entries.hiddenAt), notHiddenFrom(actor.personId));
  const [entry] = await reader.select().from(entries).where(and(readable, isShown)).for("no key update");
  return entry;
}

/** An entry that this person may read, held until the transaction ends; undefined looks like missing. */
export async function readableEntry(reader: Reader, actor: Actor, asked: Asked) {
  const readable = await isReadable(reader, actor, asked);
  if (!readable) return undefined;
  const [entry] = await reader.select().from(entries).where(readable).for("no key update");
  return entry;
}

/**
 * Somebody's offer to help, locked, with the entry it is about; the scope is that of the entry's side. None between two who
 * keep away from each other meanwhile: a yes would show each the other's address.
 */
export async function lockContact(reader: Reader, contactId: Id<"contact">) {
  const [row] = await reader
    .select({ contact: entryContacts, entry: entries })
    .from(entryContacts)
    .innerJoin(entries, eq(entries.id, entryContacts.entryId))
    .where(and(eq(entryContacts.id, contactId), notHiddenFrom(entryContacts.personId)))
    .for("update");
  return row && { ...row, ...ownScope(row.entry) };
}

type Named = {
  seriesId: Id<"series">;
  eventId?: Id<"event"> | undefined;
  audienceNetworkId?: Id<"network"> | undefined;
};

/** Whether an audience that a form names can be meant: an event of that series, a network of one's own. */
export async function isOwnAudience(reader: Reader, actor: Actor, named: Named): Promise<boolean> {
  const { seriesId, eventId, audienceNetworkId } = named;
  if (audienceNetworkId && !networksOf(actor).includes(audienceNetworkId)) return false;
  if (!eventId) return true;
  const [event] = await reader
    .select({ id: events.id })
    .from(events)
    .innerJoin(series, eq(series.id, events.seriesId))
    .where(and(eq(events.id, eventId), eq(series.id, seriesId)));
  return event !== undefined;
}

type Answering = { tx: Reader; actor: Actor; now: Date };

/** Whether the actor may read this entry, and it is that person's: what a request for a talk about it asks for. */
export async function isEntryOf(
  { tx, actor, now }: Answering,
  { entryId, toPersonId }: { entryId: Id<"entry">; toPersonId: Id<"person"> },
): Promise<boolean> {
  const entry = await readableEntry(tx, actor, { entryId, now });
  return entry?.personId === toPersonId;
}

/** Title of the entry that a request would answer; undefined where the viewer may not read it, or it is somebody else's. */
export async function entryToAsk(
  viewer: Actor,
  { entryId, personId, now }: { entryId: string; personId: Id<"person">; now: Date },
): Promise<{ id: Id<"entry">; title: string } | undefined> {
  const id = idOf("entry").safeParse(entryId);
  const readable = id.success ? await isReadable(db(), viewer, { entryId: id.data, now }) : undefined;
  if (!readable) return undefined;
  // Without a lock: a page that is opened holds up nobody who writes.
  const [entry] = await db().select().from(entries).where(readable);
  return entry?.personId === personId ? { id: entry.id, title: entry.title } : undefined;
}
