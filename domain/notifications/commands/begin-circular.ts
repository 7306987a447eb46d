import { circularPeople, circulars } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { pickedPeople } from "@/domain/registration/queries/picked";
import { pickedInput } from "@/domain/registration/schema";
import { newId } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { mailsDesk, personOf } from "../internal/mails-desk";
import { circularStatuses } from "../schema";

/** As many rows as one statement writes. */
const AT_ONCE = 5_000;

/**
 * Begins a message to people who were ticked in the list, without a word yet: its page is where it is written. It goes to
 * those of them who still are what they are now. Reasons: nobody_picked; list_changed when everybody of a choice is
 * meant and they are no longer as many as were seen.
 */
export const beginCircular = defineCommand({
  name: "begin-circular",
  input: pickedInput,
  ...mailsDesk,
  run: async ({ tx, actor, now }, picked, _event) => {
    const { eventId } = picked;
    const people = await pickedPeople(tx, picked);
    if (picked.everyone && people.length !== picked.everyone.seen) return fail("conflict", "list_changed");
    if (people.length === 0) return fail("conflict", "nobody_picked");
    const statuses = circularStatuses.filter((one) => people.some(({ status }) => status === one));
    const circularId = newId("circular");
    const row = { id: circularId, eventId, authorId: personOf(actor), statuses, picked: true };
    await tx.insert(circulars).values({ ...row, createdAt: now });
    const rows = people.map(({ id: registrationId }) => ({ circularId, registrationId }));
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await tx.insert(circularPeople).values(rows.slice(at, at + AT_ONCE));
    return ok({ circularId });
  },
});
