import { inArray } from "drizzle-orm";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { oldMeetings, oldRequests } from "../queries/forgettable";

/** Deletes talks with their people and outcomes, and requests with their notes, half a year after the event (P10). */
export const forgetTalks = defineCommand({
  name: "forget-talks",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }, { limit }) => {
    const talks = await oldMeetings(tx, { now, limit });
    const held = talks.map(({ id }) => id);
    if (held.length > 0) await tx.delete(meetings).where(inArray(meetings.id, held));
    const requests = await oldRequests(tx, { now, limit });
    const asked = requests.map(({ id }) => id);
    if (asked.length > 0) await tx.delete(meetingRequests).where(inArray(meetingRequests.id, asked));
    return ok({ gone: held.length + asked.length });
  },
});
