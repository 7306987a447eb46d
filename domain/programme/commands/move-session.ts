import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { SPEAKS_ONCE, sessionsInOrder } from "../internal/agenda";
import { closedPage, pageEdit } from "../internal/page-edit";
import { isSameLane, neighboursOf, sessionProblem, swapped } from "../rules";
import { moveSessionInput } from "../schema";

/** An agenda item changes places with its neighbour, and their times with them. At the end of the list, nothing. */
export const moveSession = defineCommand({
  name: "move-session",
  input: moveSessionInput,
  ...pageEdit,
  run: async ({ tx, emit }, { eventId, sessionId, direction }, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    const agenda = await sessionsInOrder(tx, eventId);
    const item = agenda.find(({ id }) => id === sessionId);
    if (!item) return fail("not_found", "missing");
    const lane = agenda.filter((other) => isSameLane(item, other));
    const pair = neighboursOf(lane, sessionId, direction);
    if (!pair) return ok({ eventId });
    const times = swapped(pair.first, pair.second);
    if (sessionProblem({ ...times.first, isInternal: item.isInternal }, event))
      return fail("conflict", "no_room_on_agenda");
    await tx.update(sessions).set(times.first).where(eq(sessions.id, pair.first.id));
    await tx.update(sessions).set(times.second).where(eq(sessions.id, pair.second.id));
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
  onConstraint: { [SPEAKS_ONCE]: fail("conflict", "speaker_twice").failure },
});
