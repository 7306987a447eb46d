import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { pollBallots, polls } from "@/db/schema/interaction-polls";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { countBallots } from "../internal/poll-rows";
import { tally } from "../schema/polls";

/** Deletes the answers of somebody who is erased, and what they wrote out of results; numbers that were closed stay. */
export const eraseBallots = defineCommand({
  name: "erase-ballots",
  input: z.object({ admissionIds: z.array(idOf("admission")) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx, emit }, { admissionIds }) => {
    if (admissionIds.length === 0) return ok({ gone: 0 });
    const gone = await tx
      .delete(pollBallots)
      .where(inArray(pollBallots.admissionId, admissionIds))
      .returning({ pollId: pollBallots.pollId });
    const pollIds = gone.map(({ pollId }) => pollId);
    const written = await tx
      .select()
      .from(polls)
      .where(and(inArray(polls.id, pollIds), eq(polls.kind, "words"), isNotNull(polls.closedAt)))
      .for("update");
    for (const poll of written) {
      const { people, words: shown } = tally.parse(poll.tally);
      // Words that are forgotten already, while some of their ballots still wait for it, do not come back.
      const words = shown.length > 0 ? (await countBallots(tx, poll)).words : [];
      await tx
        .update(polls)
        .set({ tally: { people, counts: [], words } })
        .where(eq(polls.id, poll.id));
      await emit({ kind: "poll.changed", payload: { eventId: poll.eventId, pollId: poll.id } });
    }
    return ok({ gone: gone.length });
  },
});
