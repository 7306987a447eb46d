import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rooms } from "@/db/schema/rooms";
import { asides } from "@/db/schema/rooms-beside";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { isListenable, openRoomsOfRound } from "../internal/asides";
import { endAside } from "../internal/end-aside";
import { shareRound } from "../internal/round-rooms";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { LISTEN_NOTICE_MS } from "../rules/asides";
import { listenInput } from "../schema";

/**
 * Listens in on a breakout without going there, or stops. The room is told at once, and for three seconds nobody is given
 * anything by which it could be heard. Impossible where two talk: in talks, in rooms of pairs, and wherever only two are.
 */
export const listenIn = defineCommand({
  name: "listen-in",
  input: listenInput,
  permission: "round.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roomId }, { me, session, place }) => {
    if (!me || !session) return fail("conflict", "not_joined");
    const { tx, now, emit } = context;
    const host = me.admission.id;
    await endAside(context, host);
    if (roomId === null) return heardFrom(null);
    const found = await breakoutOf(tx, { sessionId: session.id, roomId });
    if (!found) return fail("not_found", "missing_room");
    const { round, room } = found;
    const open = await openRoomsOfRound(tx, round, now);
    if (!open.some(({ id }) => id === room.id)) return fail("conflict", "round_over");
    if (place?.state === "room" && place.room.id === room.id) return fail("conflict", "there_already");
    if (!(await isListenable(tx, { round, room, host, now }))) return fail("conflict", "only_two");
    const soundFrom = new Date(now.getTime() + LISTEN_NOTICE_MS);
    const row = { eventId, kind: "listen", roundId: round.id, roomId: room.id, soundFrom } as const;
    // From another window of the same host at the same moment: the later one counts, and its notice begins anew.
    await tx
      .insert(asides)
      .values({ ...row, admissionId: host, createdAt: now })
      .onConflictDoUpdate({ target: asides.admissionId, set: row });
    await emit({ kind: "aside.changed", payload: { eventId, roundId: round.id } });
    return heardFrom(soundFrom);
  },
});

const heardFrom = (instant: Date | null) => ok({ soundFrom: instant?.toISOString() ?? null });

/** The room with its round, which stays as it is meanwhile: nobody is moved out of it at the same time. */
async function breakoutOf(
  tx: Transaction,
  { sessionId, roomId }: { sessionId: Id<"liveSession">; roomId: Id<"room"> },
) {
  const [room] = await tx
    .select()
    .from(rooms)
    .where(and(eq(rooms.id, roomId), eq(rooms.liveSessionId, sessionId)));
  const round = room?.roundId ? await shareRound(tx, sessionId, room.roundId) : undefined;
  return room && round ? { room, round } : undefined;
}
