import { defineCommand } from "@/domain/kernel/command";
import { agendaOf } from "@/domain/programme/queries/agenda";
import { ok } from "@/lib/result";
import { layOutAgenda } from "../internal/agenda-rounds";
import { movePeople } from "../internal/changes";
import { isOver } from "../internal/place";
import { ensureSession } from "../internal/session";
import { seatSpeakers } from "../internal/session-speakers";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { eventInput } from "../schema";

/**
 * Agenda items that run at once get a room each, in a round that begins and ends by the agenda: when an event goes live,
 * and whenever its agenda changes until they begin. Nobody has to prepare anything, and nothing is made twice.
 */
export const followAgenda = defineCommand({
  name: "follow-agenda",
  input: eventInput,
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId }, { event, eventRows }) => {
    if (!eventRows.openedAt || isOver(eventRows, context.now)) return ok({ rounds: 0 });
    const session = await ensureSession(context.tx, event);
    // Read behind the lock: whoever waited for it sees what the other has laid out.
    const agenda = await agendaOf(eventId, context.tx);
    const { roundIds, admissionIds } = await layOutAgenda(context, { session, agenda });
    const seated = await seatSpeakers(context, { sessionId: session.id });
    await movePeople(context, eventId, [...admissionIds, ...seated]);
    for (const roundId of new Set(roundIds))
      await context.emit({ kind: "round.changed", payload: { eventId, roundId } });
    return ok({ rounds: roundIds.length });
  },
});
