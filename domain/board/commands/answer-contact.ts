import { eq } from "drizzle-orm";
import { entryContacts } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { contactAnswered } from "../events";
import { lockContact } from "../queries/readable";
import { answerContactInput } from "../schema";

/** Says yes or no to who offers help. Only a yes shows addresses, and to both. */
export const answerContact = defineCommand({
  name: "answer-contact",
  input: answerContactInput,
  permission: "entry.change",
  load: ({ tx }, { contactId }) => lockContact(tx, contactId),
  run: async ({ tx, now, emit }, { contactId, answer }, { contact, entry }) => {
    if (contact.state !== "asked") return fail("conflict", "already_answered");
    await tx
      .update(entryContacts)
      .set({ state: answer, answeredAt: now })
      .where(eq(entryContacts.id, contactId));
    if (answer === "agreed") await emit({ kind: contactAnswered, payload: { contactId, entryId: entry.id } });
    return ok({ entryId: entry.id });
  },
});
