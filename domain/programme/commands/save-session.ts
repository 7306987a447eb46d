import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { nameSpeakers, SPEAKS_ONCE } from "../internal/agenda";
import { closedPage, pageEdit } from "../internal/page-edit";
import { instantOf, MOST_SESSIONS, sessionProblem } from "../rules";
import { saveSessionInput } from "../schema";

const MINUTE_MS = 60_000;

/** Puts an item on the event's agenda, or changes one that is there. */
export const saveSession = defineCommand({
  name: "save-session",
  input: saveSessionInput,
  ...pageEdit,
  run: async ({ tx, emit }, input, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    const { eventId, sessionId, startsLocal, durationMinutes, speakerNames, ...said } = input;
    const startsAt = instantOf(startsLocal, event.timeZone);
    if (!startsAt) return fail("invalid", "input", { fields: { startsLocal: ["time_does_not_exist"] } });
    const endsAt = new Date(startsAt.getTime() + durationMinutes * MINUTE_MS);
    const problem = sessionProblem({ startsAt, endsAt, isInternal: said.isInternal }, event);
    if (problem) return fail("invalid", "input", { fields: { [problem.field]: [problem.key] } });
    // The event is held, so two windows cannot both take the last place.
    const isFull = (await tx.$count(sessions, eq(sessions.eventId, eventId))) >= MOST_SESSIONS;
    if (isFull && !sessionId) return fail("conflict", "agenda_full");
    const item = { eventId, ...said, startsAt, endsAt };
    const [row] = sessionId
      ? await tx
          .update(sessions)
          .set(item)
          .where(and(eq(sessions.id, sessionId), eq(sessions.eventId, eventId)))
          .returning({ id: sessions.id })
      : await tx
          .insert(sessions)
          .values({ ...item, kind: "presentation" })
          .returning({ id: sessions.id });
    if (!row) return fail("not_found", "missing");
    await nameSpeakers(tx, { eventId, sessionId: row.id, names: speakerNames });
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId, sessionId: row.id });
  },
  onConstraint: {
    [SPEAKS_ONCE]: fail("invalid", "input", { fields: { speakerNames: ["speaker_twice"] } }).failure,
  },
});
