import { expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { anEventWith, planOf } from "@/db/testing/seats";
import { newCode } from "@/lib/ids";
import { registerForEvent } from "./register-for-event";
import { revokeInvitation } from "./revoke-invitation";

async function anInvitedEvent() {
  const { network, event } = await anEventWith({ capacity: 5, invitationOnly: true });
  const values = { eventId: event.id, code: newCode(), maxUses: 5 };
  const [invitation] = await db().insert(invitations).values(values).returning();
  if (!invitation) throw new Error("not stored");
  const comes = (word: string) =>
    registerForEvent({
      actor: guest,
      input: {
        eventId: event.id,
        name: word,
        email: `${word}@example.org`,
        invitation: invitation.code,
      },
    });
  return { network, event, invitation, comes };
}

it("an invitation that is ended lets nobody in any more, and takes nobody's seat", async () => {
  const { network, event, invitation, comes } = await anInvitedEvent();
  await comes("ada");
  const actor = organizerActor(await anOrganizer(network), network);
  const revoke = () => revokeInvitation({ actor, input: { invitationId: invitation.id } });
  expect(await revoke()).toMatchObject({ ok: true });
  expect(await revoke(), "again").toMatchObject({ ok: true });
  expect(await comes("ben")).toMatchObject({ failure: { fields: { invitation: ["invitation_invalid"] } } });
  expect(await planOf(event.id)).toMatchObject({ confirmed: 1 });
});

it("is ended by the office of its own network alone", async () => {
  const { invitation, comes } = await anInvitedEvent();
  const elsewhere = await aNetwork();
  const foreign = organizerActor(await anOrganizer(elsewhere), elsewhere);
  for (const actor of [guest, foreign])
    expect(await revokeInvitation({ actor, input: { invitationId: invitation.id } })).toMatchObject({
      failure: { kind: "not_found", reason: "missing" },
    });
  expect(await comes("ada")).toMatchObject({ ok: true });
});
