import { people } from "@/db/schema/people";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { ok } from "@/lib/result";
import { isStillUnseen, lockUnseen } from "../queries/forgettable";

/**
 * Deletes people who have not proven their address for half a year and whom nothing here needs any more, with what
 * they offered and looked for (P10). Who comes back is a new person.
 */
export const forgetPeople = defineCommand({
  name: "forget-people",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const held = await lockUnseen(tx, { now, limit });
    if (held.length === 0) return ok({ gone: 0 });
    // Asked again under the lock: somebody may have signed in between the look and the lock.
    const gone = await tx.delete(people).where(isStillUnseen(held, now)).returning({ id: people.id });
    await noteForgotten(
      context,
      "people",
      gone.map(() => null),
    );
    return ok({ gone: gone.length });
  },
});
