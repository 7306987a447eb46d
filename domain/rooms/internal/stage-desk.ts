import { and, asc, eq, gt, isNotNull, isNull, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions, placements, sanctions } from "@/db/schema/rooms";
import { itemsOfShow } from "@/domain/programme/queries/run-of-show";
import type { Id } from "@/lib/ids";
import { isOnStage, isSpeaker, PRESENT_MS } from "../rules";
import { cueOf } from "../rules/run";
import { speakingOf } from "./speaking";
import type { Standing } from "./standing";

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** What hosts alone are told: the plan to step through, who waits, who speaks, how long, and who is kept out. */
export async function deskOfStage(
  reader: Reader,
  { session, eventId }: Pick<Standing, "session" | "eventId">,
  now: Date,
) {
  const items = await itemsOfShow(reader, eventId);
  const { current, next } = cueOf(items);
  const here = await openPages(reader, eventId, now);
  const waits = session?.lobby && session.openedAt ? here.filter(isWaiting) : [];
  return {
    current: current?.id ?? null,
    next: next ? { id: next.id, title: next.title, startsAt: next.startsAt.toISOString() } : null,
    lobby: session?.lobby ?? false,
    waiting: waits.map(({ id, name, organisation }) => ({ admissionId: id, name, organisation })),
    speakers: here
      .filter(({ role }) => isSpeaker(role))
      .map(({ id, name, onStageAt }) => ({ admissionId: id, name, onStage: onStageAt !== null })),
    speaking: session ? await speakingOf(reader, session.id) : [],
    hostlessMinutes: session?.hostlessMinutes ?? null,
    removed: await keptOutOf(reader, eventId, now),
  };
}

async function openPages(reader: Reader, eventId: Id<"event">, now: Date) {
  return reader
    .select({
      id: admissions.id,
      name: admissions.displayName,
      organisation: admissions.organisation,
      role: admissions.role,
      admittedAt: placements.admittedAt,
      onStageAt: placements.onStageAt,
    })
    .from(placements)
    .innerJoin(admissions, eq(admissions.id, placements.admissionId))
    .where(
      and(
        eq(placements.eventId, eventId),
        isNotNull(placements.leaseId),
        gt(placements.lastSeenAt, new Date(now.getTime() - PRESENT_MS)),
      ),
    )
    .orderBy(asc(placements.leaseAt), asc(admissions.id));
}
type Open = Awaited<ReturnType<typeof openPages>>[number];

const isWaiting = ({ admittedAt, role }: Open) => admittedAt === null && !isOnStage(role);

const keptOutOf = async (reader: Reader, eventId: Id<"event">, now: Date) =>
  (
    await reader
      .select({ admissionId: admissions.id, name: admissions.displayName, until: sanctions.until })
      .from(sanctions)
      .innerJoin(admissions, eq(admissions.id, sanctions.admissionId))
      .where(
        and(
          eq(sanctions.eventId, eventId),
          eq(sanctions.kind, "ban"),
          isNull(sanctions.liftedAt),
          or(isNull(sanctions.until), gt(sanctions.until, now)),
        ),
      )
      .orderBy(asc(sanctions.createdAt))
  ).map(({ until, ...one }) => ({ ...one, until: iso(until) }));
