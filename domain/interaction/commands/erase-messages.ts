import { inArray } from "drizzle-orm";
import { z } from "zod";
import { chatMessages, hands } from "@/db/schema/interaction";
import { captionWriters } from "@/db/schema/interaction-captions";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";

/** Empties what somebody who is erased has said, so that the others see where something stood; lowers their hands, and has them write no captions. */
export const eraseMessages = defineCommand({
  name: "erase-messages",
  input: z.object({ admissionIds: z.array(idOf("admission")) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx, emit }, { admissionIds }) => {
    if (admissionIds.length === 0) return ok({ gone: 0 });
    const emptied = await tx
      .update(chatMessages)
      .set({ text: "" })
      .where(inArray(chatMessages.admissionId, admissionIds))
      .returning({ eventId: chatMessages.eventId, roomId: chatMessages.roomId });
    await tx.delete(hands).where(inArray(hands.admissionId, admissionIds));
    await tx.delete(captionWriters).where(inArray(captionWriters.admissionId, admissionIds));
    // Browsers read a chat anew when something in it was hidden.
    for (const [roomId, [first]] of Map.groupBy(emptied, (row) => row.roomId))
      if (first) await emit({ kind: "chat.hidden", payload: { eventId: first.eventId, roomId } });
    return ok({ gone: emptied.length });
  },
});
