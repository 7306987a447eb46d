import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { mails } from "@/db/schema/notifications";
import { anEvent } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { offerEventRole } from "@/domain/alliance/commands/offer-event-role";
import { offerRole } from "@/domain/alliance/commands/offer-role";
import { withdrawRoleOffer } from "@/domain/alliance/commands/withdraw-role-offer";
import { mailRoleOffer } from "./role-offer";

type Office = Awaited<ReturnType<typeof anOffice>>;

async function offered({ network, actor }: Office, locale: "de" | "en") {
  const input = { networkId: network.id, email: "mia.neu@example.org", role: "organizer", locale };
  const result = await offerRole({ actor, input });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}

async function written(invitationId: string) {
  const facts = await db().select().from(outbox).where(eq(outbox.kind, "role.offered"));
  const fact = facts.find(({ payload }) => JSON.stringify(payload).includes(invitationId));
  if (!fact) throw new Error("no fact was told");
  await mailRoleOffer({ id: fact.id, kind: fact.kind, payload: fact.payload, at: fact.createdAt });
  return db().select().from(mails).where(eq(mails.subjectId, invitationId));
}

it("says which role it is and where to accept it, and that the link alone accepts nothing", async () => {
  const office = await anOffice();
  const { invitationId } = await offered(office, "de");
  const [mail] = await written(invitationId);
  expect(mail).toMatchObject({ toEmail: "mia.neu@example.org", kind: "role.offered", locale: "de" });
  expect(mail?.subject).toBe(`Einladung ins Büro von ${office.network.name}`);
  expect(mail?.text).toContain(`/o/offered/${invitationId}`);
  expect(mail?.text).toContain("Der Link zeigt nur die Einladung");
  expect(await written(invitationId), "the same fact again writes nothing more").toHaveLength(1);
});

it("names the event and what the role lets somebody do there", async () => {
  const { network, actor } = await anOffice();
  const event = await anEvent({ network, title: "Forum Sensorik" });
  const input = { eventId: event.id, email: "mia.neu@example.org", role: "check_in", locale: "de" };
  const made = await offerEventRole({ actor, input });
  if (!made.ok) throw new Error(made.failure.reason);
  const [mail] = await written(made.value.invitationId);
  expect(mail?.subject).toBe("Einladung: Ihre Rolle bei „Forum Sensorik“");
  expect(mail?.text).toContain("Am Einlass scannen");
  expect(mail?.text).toContain(`/o/offered/${made.value.invitationId}`);
});

it("speaks the language that was chosen, and is not written once the offer was withdrawn", async () => {
  const office = await anOffice();
  const english = await offered(office, "en");
  expect((await written(english.invitationId))[0]?.text).toContain("Your role");
  const gone = await offered(office, "en");
  await withdrawRoleOffer({ actor: office.actor, input: gone });
  expect(await written(gone.invitationId)).toEqual([]);
});
