import { z } from "zod";
import { defineCommand } from "@/domain/kernel/command";
import { emailAddress } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { forgetBounce } from "../internal/bounced";
import { mailsDesk } from "../internal/mails-desk";

/**
 * The office says that an address is right after all: reminders and messages of its network go there again, until one
 * comes back once more. Lifting what is not stopped changes nothing.
 */
export const liftBounce = defineCommand({
  name: "lift-bounce",
  input: z.object({ eventId: idOf("event"), email: emailAddress }),
  ...mailsDesk,
  run: async (context, { eventId, email }, { networkId }) => {
    await forgetBounce(context, { networkId, email });
    return ok({ eventId });
  },
});
