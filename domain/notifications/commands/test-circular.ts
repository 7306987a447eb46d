import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockCircular, mailsDesk } from "../internal/mails-desk";
import { testerOf } from "../internal/tester";
import { firstReader } from "../queries/circular-reader";
import { circularRef } from "../schema";

/** Mails the message to whoever asks, and to nobody else, whatever state it is in. */
export const testCircular = defineCommand({
  name: "test-circular",
  input: circularRef,
  ...mailsDesk,
  run: async (context, { eventId, circularId }, _event) => {
    if (!(await lockCircular(context, { eventId, circularId }))) return fail("not_found", "missing");
    // What the message says of its reader comes from a real registration.
    if (!(await firstReader(eventId, context.tx))) return fail("conflict", "nobody_registered");
    const tester = await testerOf(context);
    if (!tester.ok) return tester;
    const { personId } = tester.value;
    await context.emit({ kind: "circular.tested", payload: { circularId, eventId, personId } });
    return ok({ eventId, circularId });
  },
});
