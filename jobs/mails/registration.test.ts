import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { guest } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { writeRegistrationMail } from "./registration";

it("S28: whoever registers for the thirteen events of a week hears of every one at once", async () => {
  const email = `${crypto.randomUUID()}@example.org`;
  for (let n = 0; n < 13; n++) {
    const { id: eventId } = await anEvent();
    const input = { eventId, name: "Ada Beispiel", email, locale: "de" };
    const result = await registerForEvent({ actor: guest, input });
    if (!result.ok) throw new Error(result.failure.reason);
    await writeRegistrationMail("registration.confirmed", result.value.registrationId, "fact");
  }
  const written = await db().select().from(mails).where(eq(mails.toEmail, email));
  expect(written).toHaveLength(13);
  expect(written.every(({ heldUntil }) => heldUntil === null)).toBe(true);
});
