import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { wallAddresses } from "@/db/schema/attendance-afterwards";
import { liveSessions } from "@/db/schema/rooms";
import { speakingTimes } from "@/db/schema/rooms-speaking";
import { takingPartIn } from "@/domain/interaction/queries/taking-part";
import { perPeriod } from "@/domain/kernel/memo";
import { type Actor, can } from "@/domain/policy";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import { PRESENT_MS } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { hasBegun, presentSpans } from "../rules";
import { type Curve, type Point, presenceCurve } from "../rules/curve";
import { mayRemind } from "../rules/remind";
import type { LiveNumbers } from "../schema/live";
import { speakingRoles } from "../schema/live";
import { type Lines, linesOf } from "./lines";
import { countHere, countMissing, countSeated, missingPeople } from "./missing";
import { recordsAttendance, staysIn } from "./stays";

/** However many hosts look on, the rows are read once in this time; what they see is never older. */
const SECONDS = 2;

/** How many were in an event's rooms at once, over time; undefined where it keeps no minutes. Of nobody by name. */
export async function curveOf(
  reader: Reader,
  { eventId, now }: { eventId: Id<"event">; now: Date },
): Promise<Curve | undefined> {
  if (!(await recordsAttendance(eventId, reader))) return undefined;
  const { session, people } = await staysIn(reader, { eventId, now });
  return presenceCurve(
    people.flatMap(({ stays }) => presentSpans(stays, session)),
    session,
  );
}

/** How long people of each role spoke, in an order that is always the same; no role of which nobody spoke. */
export async function speakingIn(reader: Reader, eventId: Id<"event">) {
  const rows = await reader
    .select({ role: speakingTimes.role, milliseconds: speakingTimes.milliseconds })
    .from(speakingTimes)
    .innerJoin(liveSessions, eq(liveSessions.id, speakingTimes.liveSessionId))
    .where(eq(liveSessions.eventId, eventId));
  const by = new Map(rows.map(({ role, milliseconds }) => [role, Math.round(milliseconds / 1000)]));
  return speakingRoles.flatMap((role) => {
    const seconds = by.get(role) ?? 0;
    return seconds > 0 ? [{ role, seconds }] : [];
  });
}

/** The address of an event's wall; null while it has none. */
async function wallOf(reader: Reader, eventId: Id<"event">): Promise<Id<"wall"> | null> {
  const { token } = wallAddresses;
  const [row] = await reader.select({ token }).from(wallAddresses).where(eq(wallAddresses.eventId, eventId));
  return row?.token ?? null;
}

const pointOf = ({ at, count }: Point) => ({ at: new Date(at).toISOString(), count });

type Read = Omit<LiveNumbers, "lines"> & { lines: Lines };

async function readNumbers(reader: Reader, event: EventScope, now: Date): Promise<Read> {
  const { eventId } = event;
  const { letIn, came, ...registered } = await countSeated(reader, eventId);
  const since = new Date(now.getTime() - PRESENT_MS);
  const here = await countHere(reader, eventId, since);
  const curve = hasBegun(event, now) ? await curveOf(reader, { eventId, now }) : undefined;
  const people = await missingPeople(reader, event);
  return {
    at: now.toISOString(),
    registered,
    here: { ...here, letIn, came },
    curve: curve ? { points: curve.points.map(pointOf), peak: pointOf(curve.peak) } : null,
    missing: {
      ...(await countMissing(reader, event)),
      mayRemind: mayRemind(event, now),
      people: people.map((one) => ({ ...one, remindedAt: one.remindedAt?.toISOString() ?? null })),
    },
    lines: await linesOf(reader, eventId, since),
    speaking: await speakingIn(reader, eventId),
    taking: await takingPartIn(reader, eventId),
    wall: await wallOf(reader, eventId),
  };
}

/** `GET numbers`: how an event goes, for who runs it; missing to everybody else. */
export async function liveNumbersOf(actor: Actor, eventId: Id<"event">, now: Date) {
  const event = await eventScope(db(), eventId);
  if (!event || event.status === "draft" || !can(actor, "attendance.watch", event))
    return fail("not_found", "missing");
  const key = { key: `numbers ${eventId}`, seconds: SECONDS, now };
  const { lines, ...numbers } = await perPeriod(key, () => readNumbers(db(), event, now));
  const networks = lines.networks.filter(({ id }) => can(actor, "event.create", { networkId: id }));
  return ok({ ...numbers, lines: { ...lines, networks } });
}
