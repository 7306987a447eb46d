import { and, eq, inArray, sql } from "drizzle-orm";
import { pollBallots, polls } from "@/db/schema/interaction-polls";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { forgettableIds } from "@/domain/programme/queries/forgettable";
import { ok } from "@/lib/result";
import { closeOpen } from "../internal/poll-rows";

/**
 * Deletes who answered what when the event's chat goes. The numbers of a result stay, because nobody stands in them; its words
 * go as the chat does, because people wrote them.
 */
export const forgetBallots = defineCommand({
  name: "forget-ballots",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const ids = await forgettableIds(tx, pollBallots, { kept: "chat", now, limit });
    if (ids.length === 0) return ok({ gone: 0 });
    const going = tx.select({ id: pollBallots.pollId }).from(pollBallots).where(inArray(pollBallots.id, ids));
    // One that nobody closed is counted before anything of it goes.
    await closeOpen(context, inArray(polls.id, going));
    await tx
      .update(polls)
      .set({ tally: sql`jsonb_set(${polls.tally}, '{words}', '[]')`, hiddenWords: [] })
      .where(and(inArray(polls.id, going), eq(polls.kind, "words")));
    const gone = await tx
      .delete(pollBallots)
      .where(inArray(pollBallots.id, ids))
      .returning({ eventId: pollBallots.eventId });
    await noteForgotten(
      context,
      "chat",
      gone.map(({ eventId }) => eventId),
    );
    return ok({ gone: gone.length });
  },
});
