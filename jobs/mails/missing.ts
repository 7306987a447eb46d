import { remindedPayload } from "@/domain/attendance/events";
import type { StoredFact } from "@/domain/kernel/outbox";
import { writeRegistrationMails } from "./registration";

/**
 * Tells those who are missing that it has begun: the mail that calls into the room, once more, because somebody who runs it
 * wanted that. Its key is of the start, so a fact that comes twice writes nothing twice.
 */
export async function mailMissing({ payload }: StoredFact): Promise<void> {
  const { registrationIds, startsAt } = remindedPayload.parse(payload);
  const key = `missed@${Math.floor(new Date(startsAt).getTime() / 1000)}`;
  await writeRegistrationMails(
    "registration.live",
    registrationIds.map((id) => ({ id, key })),
  );
}
