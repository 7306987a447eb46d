import { defineCommand } from "@/domain/kernel/command";
import { findPerson } from "@/domain/people/queries";
import { fail, ok } from "@/lib/result";
import { lockCircular, mailsDesk, personOf } from "../internal/mails-desk";
import { firstReader } from "../queries/circular-reader";
import { testsSince } from "../queries/send-log";
import { TEST_MAILS_PER_HOUR } from "../rules";
import { circularRef } from "../schema";

const HOUR = 3_600_000;

/** Mails the message to whoever asks, and to nobody else, whatever state it is in. */
export const testCircular = defineCommand({
  name: "test-circular",
  input: circularRef,
  ...mailsDesk,
  run: async (context, { eventId, circularId }, _event) => {
    const { tx, actor, now, emit } = context;
    const personId = personOf(actor);
    if (!(await lockCircular(context, { eventId, circularId }))) return fail("not_found", "missing");
    // What the message says of its reader comes from a real registration.
    if (!(await firstReader(eventId, tx))) return fail("conflict", "nobody_registered");
    const person = await findPerson(personId, tx);
    if (!person) return fail("not_found", "missing");
    const since = new Date(now.getTime() - HOUR);
    const sent = await testsSince(tx, { personId, email: person.email, since });
    if (sent >= TEST_MAILS_PER_HOUR) return fail("unavailable", "rate_limited");
    await emit({ kind: "circular.tested", payload: { circularId, eventId, personId } });
    return ok({ eventId, circularId });
  },
});
