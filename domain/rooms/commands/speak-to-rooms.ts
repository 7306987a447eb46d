import { asides } from "@/db/schema/rooms-beside";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { openRoomsOfRound } from "../internal/asides";
import { endAside } from "../internal/end-aside";
import { shareRound } from "../internal/round-rooms";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { speakInput } from "../schema";

/** Speaks to all rooms of a round at once from where one is, or stops. Who speaks hears none of them. */
export const speakToRooms = defineCommand({
  name: "speak-to-rooms",
  input: speakInput,
  permission: "round.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId }, { me, session }) => {
    if (!me || !session) return fail("conflict", "not_joined");
    const { tx, now, emit } = context;
    await endAside(context, me.admission.id);
    if (roundId === null) return ok({ rooms: 0 });
    const round = await shareRound(tx, session.id, roundId);
    if (!round) return fail("not_found", "missing_round");
    const open = await openRoomsOfRound(tx, round, now);
    if (open.length === 0) return fail("conflict", "round_over");
    const row = { eventId, kind: "speak", roundId, roomId: null, soundFrom: now } as const;
    await tx
      .insert(asides)
      .values({ ...row, admissionId: me.admission.id, createdAt: now })
      .onConflictDoUpdate({ target: asides.admissionId, set: row });
    await emit({ kind: "aside.changed", payload: { eventId, roundId } });
    return ok({ rooms: open.length });
  },
});
