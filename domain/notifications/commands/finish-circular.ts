import { and, eq } from "drizzle-orm";
import { circulars } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { circularOf, listDueRecipients } from "../queries/circulars";
import { finishCircularInput } from "../schema";

/** Says that every mail of a message is written; refused while somebody is left, however sure the caller is. */
export const finishCircular = defineCommand({
  name: "finish-circular",
  input: finishCircularInput,
  permission: "mail.deliver",
  quiet: true,
  load: async ({ tx }, { circularId }) => {
    const circular = await circularOf(circularId, tx);
    return circular && { networkId: null, eventId: circular.eventId, circular };
  },
  run: async ({ tx, now }, { circularId }, { circular }) => {
    if ((await listDueRecipients(circular, 1, tx)).length > 0) return fail("conflict", "not_done");
    await tx
      .update(circulars)
      .set({ state: "sent", doneAt: now })
      .where(and(eq(circulars.id, circularId), eq(circulars.state, "sending")));
    return ok({ circularId });
  },
});
