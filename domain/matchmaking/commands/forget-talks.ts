import { inArray } from "drizzle-orm";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { forgettableIds } from "@/domain/programme/queries/forgettable";
import { ok } from "@/lib/result";

/** Deletes talks with their people and outcomes, and requests with their notes, half a year after the event (P10). */
export const forgetTalks = defineCommand({
  name: "forget-talks",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const old = { kept: "talks", now, limit } as const;
    const held = await forgettableIds(tx, meetings, old);
    const talks = await tx
      .delete(meetings)
      .where(inArray(meetings.id, held))
      .returning({ eventId: meetings.eventId });
    const asked = await forgettableIds(tx, meetingRequests, old);
    const requests = await tx
      .delete(meetingRequests)
      .where(inArray(meetingRequests.id, asked))
      .returning({ eventId: meetingRequests.eventId });
    const gone = [...talks, ...requests].map(({ eventId }) => eventId);
    await noteForgotten(context, "talks", gone);
    return ok({ gone: gone.length });
  },
});
