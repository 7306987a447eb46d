import { z } from "zod";
import { idOf } from "@/lib/ids";

/** Facts of the board, as the outbox holds them: ids only. */
export const helpOffered = "entry.help_offered";
export const contactAnswered = "entry.contact_answered";
export const contactFact = z.object({ contactId: idOf("contact"), entryId: idOf("entry") });
