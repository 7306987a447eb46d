import { inArray } from "drizzle-orm";
import { audienceQuestions, hallGuests } from "@/db/schema/interaction-questions";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { forgettableIds } from "@/domain/programme/queries/forgettable";
import { ok } from "@/lib/result";

/** Deletes questions, their votes and the browsers of the hall as long after an event as its chat goes. */
export const forgetQuestions = defineCommand({
  name: "forget-questions",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const kept = { kept: "chat", now, limit } as const;
    const ids = await forgettableIds(tx, audienceQuestions, kept);
    const asked =
      ids.length === 0
        ? []
        : await tx
            .delete(audienceQuestions)
            .where(inArray(audienceQuestions.id, ids))
            .returning({ eventId: audienceQuestions.eventId });
    const guestIds = await forgettableIds(tx, hallGuests, kept);
    const guests =
      guestIds.length === 0
        ? []
        : await tx
            .delete(hallGuests)
            .where(inArray(hallGuests.id, guestIds))
            .returning({ id: hallGuests.id });
    await noteForgotten(
      context,
      "chat",
      asked.map(({ eventId }) => eventId),
    );
    return ok({ gone: asked.length + guests.length });
  },
});
