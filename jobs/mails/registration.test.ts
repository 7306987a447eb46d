import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { guest } from "@/db/testing/actors";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { checkInCode } from "@/lib/tokens";
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

describe("the code for the door", () => {
  const written = async (attendance: "online" | "onsite", status: "confirmed" | "waiting") => {
    const event = await anEvent({ place: "Haus der Technik, Musterstadt" });
    const registration = await aRegistration(event, { status, attendance });
    const kind = status === "waiting" ? "registration.waiting" : "registration.confirmed";
    await writeRegistrationMail(kind, registration.id, "fact");
    const [mail] = await db().select().from(mails).where(eq(mails.subjectId, registration.id));
    if (!mail) throw new Error("no mail was written");
    return { ...mail, code: checkInCode(registration.id) };
  };

  it("is in the mail of whoever has a seat on site, as a picture and in letters", async () => {
    const { html, text, code } = await written("onsite", "confirmed");
    expect(html).toContain("cid:einlass@plenum");
    expect(html).toContain(code);
    expect(text).toContain(code);
  });

  it("is not in that of whoever waits, nor of whoever has a seat online", async () => {
    for (const mail of [await written("onsite", "waiting"), await written("online", "confirmed")]) {
      expect(mail.html).not.toContain("cid:");
      expect(mail.text).not.toContain(mail.code);
    }
  });
});
