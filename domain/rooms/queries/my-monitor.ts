import "server-only";
import { db } from "@/db/client";
import { type Actor, can } from "@/domain/policy";
import { env } from "@/lib/env";
import type { Id } from "@/lib/ids";
import { accessToken } from "@/lib/livekit/access-token";
import { LiveKitUnavailable } from "@/lib/livekit/room-service";
import { fail, ok } from "@/lib/result";
import { ensureRoom } from "../internal/ensure-room";
import { keptOut } from "../rules";
import { monitorIdentity } from "../rules/monitor";
import { standingOf } from "./standing";

/** Sees and hears, and nobody sees that it does. */
const RIGHTS = { mic: false, cam: false, screen: false, data: false, hidden: true };

/** `GET monitor`: the way to see and hear the stage for whoever is behind it; null for everybody else. */
export async function myMonitor(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const { me, place, eventRows } = standing;
  const isBehind = place?.state === "room" && place.room.kind === "backstage";
  if (!me || !isBehind || !eventRows.main || eventRows.endedAt) return ok({ target: null });
  const { id, displayName: name } = me.admission;
  const room = eventRows.main.lkName;
  try {
    await ensureRoom(room);
  } catch (error) {
    if (error instanceof LiveKitUnavailable) return fail("unavailable", "livekit");
    throw error;
  }
  const token = await accessToken({ identity: monitorIdentity(id), name, room, rights: RIGHTS });
  return ok({ target: { url: env().LIVEKIT_URL, token } });
}
