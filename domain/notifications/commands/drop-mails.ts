import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";

/** Takes back mails about plans that wait, of people for whom nothing of what they say is left. */
export const dropMails = defineCommand({
  name: "drop-mails",
  input: z.object({ eventId: idOf("event"), subjectIds: z.array(z.string()) }),
  permission: "mail.deliver",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { eventId, subjectIds }) => {
    if (subjectIds.length === 0) return ok({ dropped: 0 });
    const waits = and(eq(mails.state, "queued"), eq(mails.kind, "plan.published"));
    const dropped = await tx
      .update(mails)
      .set({ state: "dropped" })
      .where(and(eq(mails.eventId, eventId), inArray(mails.subjectId, subjectIds), waits));
    return ok({ dropped: dropped.rowCount ?? 0 });
  },
});
