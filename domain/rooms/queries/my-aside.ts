import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { rounds } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { env } from "@/lib/env";
import type { Id } from "@/lib/ids";
import { inLanes } from "@/lib/in-lanes";
import { accessToken } from "@/lib/livekit/access-token";
import { LiveKitUnavailable } from "@/lib/livekit/room-service";
import { fail, ok } from "@/lib/result";
import { type Aside, asidesOfEvent, isListenable, openRoomsOfRound } from "../internal/asides";
import { ensureRoom } from "../internal/ensure-room";
import type { Round } from "../internal/round-rooms";
import type { Room } from "../internal/session";
import { keptOut } from "../rules";
import { asideIdentity } from "../rules/asides";
import { standingOf } from "./standing";

/** A browser connects at once, and asks again whenever it has to: nothing is given to be kept. */
const JOIN_SECONDS = 30;
const NOTHING = { mic: false, cam: false, screen: false, data: false, hidden: false };

/**
 * `GET aside`: what a host hears or says beside their own room, with a token for each of its rooms. For listening there is
 * none before the room has been told for three seconds, and none once only two are left in it.
 */
export async function myAside(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "round.manage", standing)) return keptOut(standing);
  const serverNow = now.toISOString();
  const me = standing.me?.admission;
  const own =
    me && (await asidesOfEvent(db(), eventId, now)).find(({ admissionId }) => admissionId === me.id);
  if (!own || standing.place?.state === "removed") return ok({ serverNow, aside: null });
  const aside = { kind: own.kind, roomId: own.roomId, roundId: own.roundId };
  const soundFrom = own.soundFrom.toISOString();
  if (own.soundFrom > now) return ok({ serverNow, aside: { ...aside, soundFrom, targets: [] } });
  try {
    const targets = await inLanes(await roomsOf(own, now), (room) => targetOf(own, room));
    return ok({ serverNow, aside: { ...aside, soundFrom, targets } });
  } catch (error) {
    if (error instanceof LiveKitUnavailable) return fail("unavailable", "livekit");
    throw error;
  }
}

async function roomsOf(own: Aside, now: Date): Promise<Room[]> {
  const [round]: Round[] = await db()
    .select()
    .from(rounds)
    .where(and(eq(rounds.id, own.roundId), eq(rounds.kind, "breakout")));
  const open = round ? await openRoomsOfRound(db(), round, now) : [];
  if (own.kind === "speak") return open;
  const room = open.find(({ id }) => id === own.roomId);
  if (!round || !room) return [];
  return (await isListenable(db(), { round, room, host: own.admissionId, now })) ? [room] : [];
}

async function targetOf({ admissionId, kind, name }: Aside, { id, lkName }: Room) {
  await ensureRoom(lkName);
  const identity = asideIdentity(admissionId, kind);
  const speaks = kind === "speak";
  const token = await accessToken({
    ...{ identity, name, room: lkName, rights: { ...NOTHING, mic: speaks } },
    // Whoever speaks to all rooms must not hear any of them: nobody there was told of listening.
    hears: !speaks,
    seconds: JOIN_SECONDS,
  });
  return { roomId: id, url: env().LIVEKIT_URL, token };
}
