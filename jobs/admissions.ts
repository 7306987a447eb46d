import type { StoredFact } from "@/domain/kernel/outbox";
import { admitByRule } from "@/domain/registration/commands/admit-by-rule";
import { registrationPayload } from "@/domain/registration/events";
import { worker } from "./mails/parts";

/** Subscriber: who has proven their address gets what the rules of the event give them. Who is gone since gets nothing. */
export async function admitProven(fact: StoredFact): Promise<void> {
  const { registrationId } = registrationPayload.parse(fact.payload);
  const result = await admitByRule({ actor: worker, input: { registrationId } });
  if (!result.ok && result.failure.kind !== "not_found")
    throw new Error(`nobody was admitted by rule: ${result.failure.reason}`);
}
