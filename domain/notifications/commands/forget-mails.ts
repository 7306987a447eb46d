import { and, inArray, lt, ne } from "drizzle-orm";
import { mails } from "@/db/schema/notifications";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { keptSince } from "@/lib/privacy/retention";
import { ok } from "@/lib/result";

/** Deletes our copies of mails a month after they were written, whether they arrived or not (P10). */
export const forgetMails = defineCommand({
  name: "forget-mails",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    // What still waits for the mail server is somebody's message, not our copy of one.
    const done = and(lt(mails.createdAt, keptSince("mails", now)), ne(mails.state, "queued"));
    const old = tx.select({ id: mails.id }).from(mails).where(done).limit(limit);
    const gone = await tx.delete(mails).where(inArray(mails.id, old)).returning({ eventId: mails.eventId });
    await noteForgotten(
      context,
      "mails",
      gone.map(({ eventId }) => eventId),
    );
    return ok({ gone: gone.length });
  },
});
