import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { mailsDesk } from "../internal/mails-desk";
import { testerOf } from "../internal/tester";
import { testMailWordingInput } from "../schema";

/** Mails one of the event's own mails to whoever asks, and to nobody else, in the words it has when it is written. */
export const testMailWording = defineCommand({
  name: "test-mail-wording",
  input: testMailWordingInput,
  ...mailsDesk,
  run: async (context, { eventId, mail }, _event) => {
    const tester = await testerOf(context);
    if (!tester.ok) return tester;
    const { personId } = tester.value;
    await context.emit({ kind: "wording.tested", payload: { eventId, mail, personId } });
    return ok({ eventId, mail });
  },
});
