import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { invitations } from "@/db/schema/registration";
import { guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer, aPerson } from "@/db/testing/makers";
import { anEventWith, planOf, rowOf } from "@/db/testing/seats";
import type { Id } from "@/lib/ids";
import { cancelRegistration } from "./cancel-registration";
import { createInvitation } from "./create-invitation";
import { declineRegistration } from "./decline-registration";
import { registerForEvent } from "./register-for-event";

async function anOfficeWith(plan: Parameters<typeof anEventWith>[0]) {
  const { network, event } = await anEventWith(plan);
  return { event, actor: organizerActor(await anOrganizer(network), network) };
}
type Office = Awaited<ReturnType<typeof anOfficeWith>>;

async function anInvitation({ event, actor }: Office, values: object = {}) {
  const input = { eventId: event.id, label: "Fachgruppe", maxUses: 2, ...values };
  const result = await createInvitation({ actor, input });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const where = eq(invitations.id, result.value.invitationId);
  const [made] = await db().select().from(invitations).where(where);
  if (!made) throw new Error("not stored");
  return made;
}

const comes = (eventId: Id<"event">, word: string, invitation = "") =>
  registerForEvent({
    actor: guest,
    input: { eventId, name: word, email: `${word}@example.org`, invitation },
  });
const inputOf = (eventId: Id<"event">, { email }: { email: string }, invitation: string) => ({
  eventId,
  name: "Ada Beispiel",
  email,
  invitation,
});
const usesOf = async (id: Id<"invitation">) =>
  (await db().select().from(invitations).where(eq(invitations.id, id)))[0]?.uses;

describe("createInvitation", () => {
  it("makes codes that nobody can guess, in any spelling people copy them in", async () => {
    const office = await anOfficeWith({ capacity: 5, invitationOnly: true });
    const made = await anInvitation(office);
    expect(made.code).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
    expect((await anInvitation(office)).code).not.toBe(made.code);
    const copied = ` ${made.code.toUpperCase().replace(/(.{4})(?=.)/g, "$1-")} `;
    expect(await comes(office.event.id, "ada", copied)).toMatchObject({ ok: true });
    expect(await usesOf(made.id)).toBe(1);
  });

  it("opens an event that is for invited people only, so many times and no more", async () => {
    const office = await anOfficeWith({ capacity: 5, invitationOnly: true });
    const { code } = await anInvitation(office, { maxUses: 1 });
    const { id } = office.event;
    expect(await comes(id, "ada")).toMatchObject({ failure: { reason: "invitation_needed" } });
    expect(await comes(id, "ben", code)).toMatchObject({ ok: true, value: { state: "confirmed" } });
    for (const [word, wrong] of [
      ["cem", code],
      ["dora", "0000-0000-0000"],
    ] as const)
      expect(await comes(id, word, wrong)).toMatchObject({
        failure: { kind: "invalid", fields: { invitation: ["invitation_invalid"] } },
      });
  });

  it("stands for the office's yes, and passes nobody who waits", async () => {
    const office = await anOfficeWith({ capacity: 1, approval: true });
    const { code } = await anInvitation(office);
    expect(await comes(office.event.id, "ada")).toMatchObject({ value: { state: "pending" } });
    expect(await comes(office.event.id, "ben", code)).toMatchObject({ value: { state: "confirmed" } });
    expect(await comes(office.event.id, "cem", code)).toMatchObject({ value: { state: "waiting" } });
  });

  it("opens a members-only event to who was invited: as a claim, until the mailed link is used", async () => {
    const office = await anOfficeWith({ capacity: 5 });
    const { code } = await anInvitation(office);
    await db().update(events).set({ membersOnly: true }).where(eq(events.id, office.event.id));
    expect(await comes(office.event.id, "ada")).toMatchObject({ failure: { kind: "not_found" } });
    expect(await comes(office.event.id, "ben", "0000")).toMatchObject({ failure: { kind: "not_found" } });
    expect(await comes(office.event.id, "cem", code)).toMatchObject({
      ok: true,
      value: { claimId: expect.any(String) },
    });
  });

  it("S29: is used by every typed address, known or not, so that nobody learns which is known", async () => {
    const office = await anOfficeWith({ capacity: 5 });
    const { id, code } = await anInvitation(office, { maxUses: 4 });
    const { event } = office;
    await comes(event.id, "ada");
    for (const [word, uses] of [
      ["ada", 1],
      ["ben", 2],
      ["ben", 3],
    ] as const) {
      expect(await comes(event.id, word, code)).toMatchObject({ value: { state: "confirmed" } });
      expect(await usesOf(id)).toBe(uses);
    }
    expect(await planOf(event.id)).toMatchObject({ confirmed: 2 });
  });

  it("is used once by who is proven to come back by it", async () => {
    const office = await anOfficeWith({ capacity: 5 });
    const { id, code } = await anInvitation(office);
    const { event } = office;
    const ada = await aPerson();
    const again = () => registerForEvent({ actor: personActor(ada), input: inputOf(event.id, ada, code) });
    const first = await again();
    if (!first.ok) throw new Error(first.failure.reason);
    await again();
    const { registrationId } = first.value;
    const actor = seatActor({ id: registrationId, eventId: event.id });
    await cancelRegistration({ actor, input: { registrationId } });
    await again();
    expect(await usesOf(id)).toBe(1);
    expect(await rowOf(registrationId)).toMatchObject({ status: "confirmed", invitationId: id });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1 });
  });

  it("outweighs what a stranger asked for in somebody's name, also when that was declined", async () => {
    const office = await anOfficeWith({ capacity: 5, approval: true });
    const { code } = await anInvitation(office);
    const { event, actor } = office;
    const asked = await comes(event.id, "ada");
    const other = await comes(event.id, "ben");
    if (!asked.ok || !other.ok) throw new Error("not asked");
    const { registrationId } = other.value;
    await declineRegistration({ actor, input: { registrationId } });
    for (const word of ["ada", "ben"])
      expect(await comes(event.id, word, code)).toMatchObject({ value: { state: "confirmed" } });
    for (const id of [asked.value.registrationId, registrationId])
      expect(await rowOf(id)).toMatchObject({ status: "confirmed" });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 2, pending: 0 });
  });

  it("ends at its moment by the clocks of the event, which lies ahead", async () => {
    const office = await anOfficeWith({ capacity: 5, invitationOnly: true });
    const { code, expiresAt } = await anInvitation(office, { expiresLocal: "2099-07-01T12:00" });
    expect(expiresAt?.toISOString()).toBe("2099-07-01T10:00:00.000Z");
    await db().update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.code, code));
    expect(await comes(office.event.id, "ada", code)).toMatchObject({ failure: { kind: "invalid" } });
    const { actor, event } = office;
    for (const [expiresLocal, why] of [
      ["2020-01-01T10:00", "in_the_past"],
      ["2099-03-29T02:30", "time_does_not_exist"],
      ["2099-02-30T10:00", "day_does_not_exist"],
      ["morgen", "invalid_time"],
    ])
      expect(
        await createInvitation({ actor, input: { eventId: event.id, maxUses: 1, expiresLocal } }),
      ).toMatchObject({ failure: { fields: { expiresLocal: [why] } } });
  });

  it("works at no other event, and is no other office's to make", async () => {
    const [here, there] = [await anOfficeWith({ invitationOnly: true }), await anOfficeWith({})];
    const { code } = await anInvitation(there);
    expect(await comes(here.event.id, "ada", code)).toMatchObject({ failure: { kind: "invalid" } });
    const elsewhere = await aNetwork();
    const actor = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const input = { eventId: here.event.id, maxUses: 1 };
    expect(await createInvitation({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
  });
});
