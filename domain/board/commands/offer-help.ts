import { and, eq, gt } from "drizzle-orm";
import { entries, entryContacts } from "@/db/schema/board";
import { defineCommand } from "@/domain/kernel/command";
import { inTurn } from "@/domain/kernel/turns";
import { fail, ok } from "@/lib/result";
import { helpOffered } from "../events";
import { isNowInTalks } from "../internal/entry-rows";
import { answerableEntry } from "../queries/readable";
import { DAY_MS } from "../rules";
import { offerHelpInput } from "../schema";

/** Offers of help that one person may send in a day: nobody fills the mailboxes of a whole board. */
const MOST_A_DAY = 20;

/** „Ich kann helfen“: the entry's side is told who offers, and each learns the other's address once it says yes as well. */
export const offerHelp = defineCommand({
  name: "offer-help",
  input: offerHelpInput,
  permission: "entry.contact",
  load: async ({ tx, actor, now }, { entryId }) => {
    const entry = await answerableEntry(tx, actor, { entryId, now });
    if (!entry || actor.type !== "person") return undefined;
    return { networkId: null, ownerIds: [actor.personId], personId: actor.personId, entry };
  },
  run: async (context, { entryId, note }, { personId, entry }) => {
    const { tx, now, emit } = context;
    if (entry.personId === personId) return fail("conflict", "own_entry");
    if (entry.state === "solved" || entry.validUntil <= now) return fail("conflict", "entry_over");
    await inTurn(tx, "contacts", personId);
    const today = gt(entryContacts.createdAt, new Date(now.getTime() - DAY_MS));
    if ((await tx.$count(entryContacts, and(eq(entryContacts.personId, personId), today))) >= MOST_A_DAY)
      return fail("conflict", "too_many_contacts");
    const [contact] = await tx
      .insert(entryContacts)
      .values({ entryId, personId, note, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: entryContacts.id });
    if (!contact) return fail("conflict", "already_offered");
    await tx.update(entries).set(isNowInTalks).where(eq(entries.id, entryId));
    await emit({ kind: helpOffered, payload: { contactId: contact.id, entryId } });
    return ok({ contactId: contact.id });
  },
});
