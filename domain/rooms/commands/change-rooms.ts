import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { rooms } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadRound } from "../internal/round-access";
import { fillRound, peopleOf, type Round } from "../internal/round-rooms";
import { isRunning, knowsRoom, roundState } from "../rules";
import { changeRoomsInput, type RoundRule } from "../schema";

const MOST_ROOMS = 100;
/** Rooms that somebody else lays out. */
const LAID_OUT = new Set<RoundRule>(["own_choice", "networking", "talk"]);

/** One room more or less, or by another name. People of a room that goes are left over, for the host to place. */
export const changeRooms = defineCommand({
  name: "change-rooms",
  input: changeRoomsInput,
  permission: "round.manage",
  load: loadRound,
  mayKnow: knowsRoom,
  run: async (context, { eventId, roundId, change }, { round }) => {
    const { now, emit } = context;
    if (LAID_OUT.has(round.rule)) return fail("conflict", "not_prepared");
    const isDraft = roundState(round, now) === "draft";
    if (!isDraft && !isRunning(round, now)) return fail("conflict", "round_over");
    // Whoever sits in a room that runs would be put out of it: they are moved first.
    if (change.what === "remove" && !isDraft) return fail("conflict", "round_started");
    const refused = await changed(context, round, change);
    if (refused) return refused;
    if (!isDraft) await movePeople(context, eventId, await peopleOf(context.tx, roundId));
    await emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ roundId });
  },
});

type Change = z.output<typeof changeRoomsInput>["change"];

async function changed({ tx, now }: Context, round: Round, change: Change) {
  const open = and(eq(rooms.roundId, round.id), isNull(rooms.closedAt));
  if (change.what === "add") {
    if ((await tx.$count(rooms, open)) >= MOST_ROOMS) return fail("conflict", "too_many_rooms");
    await fillRound(tx, round, { groups: [{ label: change.label, admissionIds: [] }], now });
    return undefined;
  }
  const one = and(open, eq(rooms.id, change.roomId));
  const found =
    change.what === "rename"
      ? await tx.update(rooms).set({ label: change.label }).where(one).returning({ id: rooms.id })
      : await tx.delete(rooms).where(one).returning({ id: rooms.id });
  return found.length === 0 ? fail("not_found", "missing_room") : undefined;
}
