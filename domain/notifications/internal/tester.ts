import type { Context } from "@/domain/kernel/context";
import { findPerson } from "@/domain/people/queries";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { testsSince } from "../queries/send-log";
import { TEST_MAILS_PER_HOUR } from "../rules/circulars";
import { personOf } from "./mails-desk";

const HOUR = 3_600_000;

/** Who asked for a test mail, while they have not had their fill within the hour, of whatever they tested. */
export async function testerOf({ tx, actor, now }: Pick<Context, "tx" | "actor" | "now">) {
  const personId: Id<"person"> = personOf(actor);
  const person = await findPerson(personId, tx);
  if (!person) return fail("not_found", "missing");
  const since = new Date(now.getTime() - HOUR);
  const sent = await testsSince(tx, { personId, email: person.email, since });
  return sent < TEST_MAILS_PER_HOUR ? ok({ personId }) : fail("unavailable", "rate_limited");
}
