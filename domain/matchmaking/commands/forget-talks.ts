import { inArray } from "drizzle-orm";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { forgettableIds } from "@/domain/programme/queries/forgettable";
import { ok } from "@/lib/result";

/** Deletes talks with their people and outcomes, and requests with their notes, half a year after the event (P10). */
export const forgetTalks = defineCommand({
  name: "forget-talks",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }, { limit }) => {
    const old = { kept: "talks", now, limit } as const;
    const held = await forgettableIds(tx, meetings, old);
    if (held.length > 0) await tx.delete(meetings).where(inArray(meetings.id, held));
    const asked = await forgettableIds(tx, meetingRequests, old);
    if (asked.length > 0) await tx.delete(meetingRequests).where(inArray(meetingRequests.id, asked));
    return ok({ gone: held.length + asked.length });
  },
});
