import "server-only";
import { asc, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { sessions } from "@/db/schema/programme";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { eventScope } from "../queries";
import { type AgendaItem, speakersIn } from "./agenda";

/** An item of the agenda with what is the team's alone, and items that nobody else sees. */
export type RunItem = AgendaItem &
  Pick<typeof sessions.$inferSelect, "isInternal" | "scene" | "crew" | "notes" | "begunAt">;

/** `GET show`: where the plan is, for the console; missing to everybody else. */
export async function showOf(viewer: Actor, eventId: Id<"event">) {
  const event = await eventScope(db(), eventId);
  if (!event || !can(viewer, "event.readDesk", event)) return fail("not_found", "missing");
  const iso = (at: Date) => at.toISOString();
  const items = await runOfShow(viewer, eventId);
  return ok({
    items: items.map(({ title, startsAt, endsAt, begunAt }) => ({
      title,
      startsAt: iso(startsAt),
      endsAt: iso(endsAt),
      begunAt: begunAt && iso(begunAt),
    })),
  });
}

/** What a run of show steps through, whoever asks; the room decides who may. */
export const itemsOfShow = (reader: Reader, eventId: Id<"event">) =>
  reader
    .select({
      id: sessions.id,
      title: sessions.title,
      kind: sessions.kind,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      begunAt: sessions.begunAt,
      isInternal: sessions.isInternal,
    })
    .from(sessions)
    .where(eq(sessions.eventId, eventId))
    .orderBy(asc(sessions.startsAt), asc(sessions.title));

/** The whole plan of an event in order, for its team; nothing for everybody else. */
export async function runOfShow(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<RunItem[]> {
  const event = await eventScope(reader, eventId);
  if (!event || !can(viewer, "event.readDesk", event)) return [];
  const [items, said] = await Promise.all([
    reader
      .select()
      .from(sessions)
      .where(eq(sessions.eventId, eventId))
      .orderBy(asc(sessions.startsAt), asc(sessions.title)),
    speakersIn(reader, eventId),
  ]);
  return items.map(({ eventId: _, ...item }) => ({
    ...item,
    speakers: said.filter((speaker) => speaker.sessionId === item.id),
  }));
}
