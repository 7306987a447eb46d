import "server-only";
import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { silentAmong } from "./profiles";
import { keptAwayIn } from "./relations";

const theirs = alias(registrations, "theirs");

/** Events with talks ahead in which both take talks and don't keep away from each other. */
export async function sharedTalkEvents(
  viewer: Actor,
  personId: Id<"person"> | null,
  now = clockNow(),
): Promise<{ slug: string; title: string }[]> {
  if (viewer.type !== "person" || personId === null || personId === viewer.personId) return [];
  const reader = db();
  const rows = await reader
    .select({ eventId: events.id, slug: events.slug, title: events.title })
    .from(registrations)
    .innerJoin(theirs, eq(theirs.eventId, registrations.eventId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(talkWindows, eq(talkWindows.eventId, events.id))
    .where(
      and(
        ...[registrations, theirs].flatMap((side) => [
          eq(side.status, "confirmed"),
          eq(side.talksOptIn, true),
          isNotNull(side.provenAt),
        ]),
        eq(registrations.personId, viewer.personId),
        eq(theirs.personId, personId),
        inArray(events.status, ["published", "live"]),
        gt(talkWindows.endsAt, now),
      ),
    )
    .orderBy(asc(events.startsAt))
    .limit(3);
  const { personId: me } = viewer;
  if (rows.length === 0 || (await silentAmong(reader, [me, personId])).size > 0) return [];
  const kept = await Promise.all(
    rows.map(({ eventId }) => keptAwayIn(reader, { eventId, among: [me, personId] })),
  );
  return rows.flatMap(({ slug, title }, at) => (kept[at]?.length === 0 ? [{ slug, title }] : []));
}
