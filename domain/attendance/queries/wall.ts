import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { wallAddresses } from "@/db/schema/attendance-afterwards";
import { sessions } from "@/db/schema/programme";
import { findNetwork } from "@/domain/alliance/queries";
import { perPeriod } from "@/domain/kernel/memo";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import { speakersIn } from "@/domain/programme/queries/agenda";
import { isEventOver } from "@/domain/programme/rules";
import { PRESENT_MS } from "@/domain/rooms/rules";
import { type Id, idOf } from "@/lib/ids";
import type { WallPage } from "../schema/wall";
import { countHere, countSeated } from "./missing";

/** However many screens show it, its rows are read once in this time. */
const SECONDS = 2;

async function itemsOf(reader: Reader, eventId: Id<"event">): Promise<WallPage["items"]> {
  const [items, said] = await Promise.all([
    reader
      .select()
      .from(sessions)
      .where(and(eq(sessions.eventId, eventId), eq(sessions.isInternal, false)))
      .orderBy(asc(sessions.startsAt), asc(sessions.title)),
    speakersIn(reader, eventId),
  ]);
  return items.map(({ id, title, startsAt, endsAt, begunAt }) => ({
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    begunAt: begunAt?.toISOString() ?? null,
    speakers: said
      .filter(({ sessionId }) => sessionId === id)
      .map(({ name, organisation }) => ({ name, organisation })),
  }));
}

function stateOf(event: EventScope, now: Date): WallPage["state"] {
  if (isEventOver(event, now)) return "over";
  return event.status === "live" || now >= event.startsAt ? "live" : "before";
}

async function readWall(reader: Reader, event: EventScope, now: Date): Promise<WallPage> {
  const { eventId } = event;
  const seated = await countSeated(reader, eventId);
  const { online } = await countHere(reader, eventId, new Date(now.getTime() - PRESENT_MS));
  const network = await findNetwork(event.networkId);
  return {
    title: event.title,
    network: { name: network?.name ?? "", mark: network?.mark ?? "", colour: network?.colour ?? null },
    state: stateOf(event, now),
    startsAt: event.startsAt.toISOString(),
    timeZone: event.timeZone,
    here: { online, onsite: seated.onsite > 0 || seated.letIn > 0 ? seated.letIn : null },
    items: await itemsOf(reader, eventId),
  };
}

/** What the wall at this address shows; undefined for an address that was never given or is closed. */
export async function wallAt(token: string, now: Date, reader: Reader = db()): Promise<WallPage | undefined> {
  const id = idOf("wall").safeParse(token).data;
  if (!id) return undefined;
  const [found] = await reader
    .select({ eventId: wallAddresses.eventId })
    .from(wallAddresses)
    .where(eq(wallAddresses.token, id));
  const event = found && (await eventScope(reader, found.eventId));
  if (!event || event.status === "draft" || event.status === "cancelled") return undefined;
  const key = { key: `wall ${event.eventId}`, seconds: SECONDS, now };
  return perPeriod(key, () => readWall(reader, event, now));
}
