import "server-only";
import { and, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { entries } from "@/db/schema/board";
import { events, series } from "@/db/schema/programme";
import type { Actor } from "@/domain/policy";
import { type Id, idOf } from "@/lib/ids";
import { networksOf } from "./scopes";
import { visibleTo } from "./visible";

/** An entry that this person may read, held until the transaction ends; undefined looks like missing. */
export async function readableEntry(
  reader: Reader,
  actor: Actor,
  asked: { entryId: Id<"entry">; now: Date },
) {
  const { entryId, now } = asked;
  const [found] = await reader
    .select({ allianceId: entries.allianceId })
    .from(entries)
    .where(eq(entries.id, entryId));
  if (!found) return undefined;
  const mayRead = await visibleTo(reader, actor, { allianceId: found.allianceId, now });
  const [entry] = await reader
    .select()
    .from(entries)
    .where(and(mayRead, eq(entries.id, entryId)))
    .for("no key update");
  return entry;
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
  const entry = id.success ? await readableEntry(db(), viewer, { entryId: id.data, now }) : undefined;
  return entry?.personId === personId ? { id: entry.id, title: entry.title } : undefined;
}
