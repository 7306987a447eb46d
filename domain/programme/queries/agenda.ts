import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { sessionSpeakers, sessions, speakers } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";

type Row = typeof sessions.$inferSelect;

/** What an item says of itself to everybody. */
const openly = {
  id: sessions.id,
  title: sessions.title,
  kind: sessions.kind,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  track: sessions.track,
  place: sessions.place,
  mode: sessions.mode,
};
export type AgendaItem = Pick<Row, keyof typeof openly> & {
  speakers: { name: string; organisation: string }[];
};

/** A name on the event's page, with what it says of the person there. */
export type SpeakerView = Pick<
  typeof speakers.$inferSelect,
  "id" | "name" | "organisation" | "role" | "bioDe" | "bioEn" | "pictureId"
>;

export const speakersOf = (eventId: Id<"event">, reader: Reader = db()): Promise<SpeakerView[]> =>
  reader
    .select({
      id: speakers.id,
      name: speakers.name,
      organisation: speakers.organisation,
      role: speakers.role,
      bioDe: speakers.bioDe,
      bioEn: speakers.bioEn,
      pictureId: speakers.pictureId,
    })
    .from(speakers)
    .where(eq(speakers.eventId, eventId))
    .orderBy(asc(speakers.position), asc(speakers.id));

/** Who speaks in which item of the event. */
export const speakersIn = (reader: Reader, eventId: Id<"event">) =>
  reader
    .select({
      sessionId: sessionSpeakers.sessionId,
      name: speakers.name,
      organisation: speakers.organisation,
    })
    .from(sessionSpeakers)
    .innerJoin(speakers, eq(speakers.id, sessionSpeakers.speakerId))
    .where(eq(speakers.eventId, eventId))
    .orderBy(asc(speakers.position));

/** Agenda of an event in order; parallel items by title. It is the run of show without what is the team's alone. */
export async function agendaOf(eventId: Id<"event">, reader: Reader = db()): Promise<AgendaItem[]> {
  const [items, said] = await Promise.all([
    reader
      .select(openly)
      .from(sessions)
      .where(and(eq(sessions.eventId, eventId), eq(sessions.isInternal, false)))
      .orderBy(asc(sessions.startsAt), asc(sessions.title)),
    speakersIn(reader, eventId),
  ]);
  return items.map((item) => ({
    ...item,
    speakers: said.filter((speaker) => speaker.sessionId === item.id),
  }));
}
