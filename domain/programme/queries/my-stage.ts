import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { events, sessionSpeakers, sessions, speakers } from "@/db/schema/programme";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";

/** When somebody speaks, and in what. */
export type StageTime = {
  sessionId: Id<"session">;
  personId: Id<"person">;
  eventId: Id<"event">;
  title: string;
  startsAt: Date;
  endsAt: Date;
};

/** What the signed-in person still has to say, in events that take place; a speaker is known by a login alone. */
export async function listMyStage(viewer: Actor, now: Date, reader: Reader = db()): Promise<StageTime[]> {
  if (viewer.type !== "person") return [];
  const { personId } = viewer;
  const rows = await reader
    .selectDistinct({
      sessionId: sessions.id,
      eventId: sessions.eventId,
      title: sessions.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
    })
    .from(sessionSpeakers)
    .innerJoin(speakers, eq(speakers.id, sessionSpeakers.speakerId))
    .innerJoin(sessions, eq(sessions.id, sessionSpeakers.sessionId))
    .innerJoin(events, eq(events.id, sessions.eventId))
    .where(
      and(
        eq(speakers.personId, personId),
        inArray(events.status, ["published", "live"]),
        gt(sessions.endsAt, now),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  return rows.map((row) => ({ ...row, personId }));
}
