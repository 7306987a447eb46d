import { expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { newCode } from "@/lib/ids";
import { findInvited, listInvitations } from "./invitations";

async function anInvited(values: Parameters<typeof anEvent>[0] = {}, invitation: object = {}) {
  const network = await aNetwork();
  const event = await anEvent({ network, ...values });
  const code = newCode();
  await db()
    .insert(invitations)
    .values({ eventId: event.id, code, maxUses: 1, ...invitation });
  return { network, event, code };
}

it("an invitation shows a members-only event to who has it, and no draft", async () => {
  const members = await anInvited({ membersOnly: true });
  const found = await findInvited(members.code, new Date());
  expect(found).toMatchObject({ event: { id: members.event.id }, isOpen: true });
  const draft = await anInvited({ status: "draft" });
  for (const code of [draft.code, newCode(), ""]) expect(await findInvited(code, new Date())).toBeUndefined();
});

it("a personal invitation knows the address that it was mailed to, and a code for many knows none", async () => {
  const own = await anInvited({}, { email: "nele@example.org", locale: "de" });
  const shared = await anInvited();
  expect(await findInvited(own.code, new Date())).toMatchObject({ email: "nele@example.org" });
  expect(await findInvited(shared.code, new Date())).toMatchObject({ email: null });
});

it("an invitation that is used up or ended still leads to its event, and says so", async () => {
  for (const over of [{ uses: 1 }, { revokedAt: new Date() }, { expiresAt: new Date() }]) {
    const { event, code } = await anInvited({}, over);
    expect(await findInvited(code, new Date())).toMatchObject({ event: { id: event.id }, isOpen: false });
  }
});

it("invitations are listed for their own office and for nobody else", async () => {
  const { network, event, code } = await anInvited();
  const office = organizerActor(await anOrganizer(network), network);
  expect(await listInvitations(office, event.id, new Date())).toMatchObject([{ code, isOpen: true }]);
  const elsewhere = await aNetwork();
  const foreign = organizerActor(await anOrganizer(elsewhere), elsewhere);
  const holder = seatActor(await aRegistration(event));
  for (const viewer of [guest, foreign, holder])
    expect(await listInvitations(viewer, event.id, new Date())).toEqual([]);
});
