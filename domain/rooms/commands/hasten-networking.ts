import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { loadNetworking } from "../internal/networking-access";
import { roundsOfNetworking, shiftFollowing } from "../internal/networking-times";
import { peopleOf } from "../internal/round-rooms";
import { knowsRoom, ROUND_LEAD_MS } from "../rules";
import { networkingRef } from "../schema";

/** „Nächste Runde“ in a break: it begins in ten seconds, and those behind it as much earlier. */
export const hastenNetworking = defineCommand({
  name: "hasten-networking",
  input: networkingRef,
  permission: "round.manage",
  load: loadNetworking,
  mayKnow: knowsRoom,
  run: async (context, { eventId, networkingId }) => {
    const { tx, now, emit } = context;
    const all = await roundsOfNetworking(tx, networkingId);
    if (all.some(({ startsAt, endsAt }) => startsAt <= now && now < endsAt))
      return fail("conflict", "round_running");
    const next = all.find(({ startsAt }) => startsAt > now);
    if (!next) return fail("conflict", "round_over");
    // Before its rooms are drawn there is nothing to hasten.
    if ((await peopleOf(tx, next.id)).length === 0) return fail("conflict", "nobody_to_distribute");
    const ms = now.getTime() + ROUND_LEAD_MS - next.startsAt.getTime();
    if (ms >= 0) return ok({ startsAt: next.startsAt.toISOString() });
    const before = { networkingId, position: next.position - 1 };
    const people = await shiftFollowing(context, { after: before, ms });
    await movePeople(context, eventId, people);
    await emit({ kind: "round.changed", payload: { eventId, roundId: next.id } });
    return ok({ startsAt: new Date(next.startsAt.getTime() + ms).toISOString() });
  },
});
