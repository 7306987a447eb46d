import { asc, eq, inArray, max, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { sessionSpeakers, sessions, speakers } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import type { Span } from "../rules";
import { movedTo } from "../rules/moving";

/** The constraint by which nobody speaks in two items at once; it is judged when the transaction ends. */
export const SPEAKS_ONCE = "session_speakers_one_place_at_once";

/** The event's agenda items in the order of its page. The caller holds the event's lock. */
export const sessionsInOrder = (tx: Reader, eventId: Id<"event">) =>
  tx
    .select()
    .from(sessions)
    .where(eq(sessions.eventId, eventId))
    .orderBy(asc(sessions.startsAt), asc(sessions.title));

/** The names on the event's page in their order. The caller holds the event's lock. */
export const speakersInOrder = (tx: Reader, eventId: Id<"event">) =>
  tx
    .select()
    .from(speakers)
    .where(eq(speakers.eventId, eventId))
    .orderBy(asc(speakers.position), asc(speakers.id));

/** Puts a new name behind all others of the event. */
export async function addSpeaker(
  tx: Reader,
  speaker: Omit<typeof speakers.$inferInsert, "id" | "position">,
): Promise<Id<"speaker">> {
  const [last] = await tx
    .select({ position: max(speakers.position) })
    .from(speakers)
    .where(eq(speakers.eventId, speaker.eventId));
  const [row] = await tx
    .insert(speakers)
    .values({ ...speaker, position: (last?.position ?? -1) + 1 })
    .returning({ id: speakers.id });
  if (!row) throw new Error("the insert returned no row");
  return row.id;
}

type Said = { eventId: Id<"event">; sessionId: Id<"session">; names: readonly string[] };

/** Who speaks in an agenda item, by name: names that the event's page lacks are put there. */
export async function nameSpeakers(tx: Reader, { eventId, sessionId, names }: Said): Promise<void> {
  const known = await speakersInOrder(tx, eventId);
  const ids: Id<"speaker">[] = [];
  for (const name of names) {
    const found = known.find((speaker) => speaker.name.toLowerCase() === name.toLowerCase());
    ids.push(found?.id ?? (await addSpeaker(tx, { eventId, name, organisation: "" })));
  }
  await tx.delete(sessionSpeakers).where(eq(sessionSpeakers.sessionId, sessionId));
  if (ids.length === 0) return;
  // The times are copied within the database, to the last digit: the reference compares them.
  const rows = tx
    .select({
      sessionId: sessions.id,
      speakerId: speakers.id,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
    })
    .from(sessions)
    .innerJoin(speakers, inArray(speakers.id, ids))
    .where(eq(sessions.id, sessionId));
  await tx.insert(sessionSpeakers).select(rows);
}

type Moving = Span & { eventId: Id<"event">; timeZone: string };

/** The agenda moves with its event, from its old times to where it starts now: over several days by the clock of each day. */
export async function shiftAgenda(
  tx: Reader,
  event: Moving,
  to: Pick<Moving, "startsAt" | "timeZone">,
): Promise<void> {
  const items = await sessionsInOrder(tx, event.eventId);
  if (items.length === 0) return;
  const move = movedTo(event, to);
  const rows = items.map((item) => {
    const { startsAt, endsAt } = move(item);
    return sql`(${item.id}::text, ${startsAt.toISOString()}::timestamptz, ${endsAt.toISOString()}::timestamptz)`;
  });
  // One statement: the constraint on who speaks where is judged when all of them have moved.
  await tx.execute(sql`
    update sessions set starts_at = moved.starts_at, ends_at = moved.ends_at
      from (values ${sql.join(rows, sql`, `)}) as moved (id, starts_at, ends_at)
     where sessions.id = moved.id`);
}
