import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { anOffice } from "@/db/testing/seats";
import type { Id } from "@/lib/ids";
import { createInvitation } from "./create-invitation";
import { invitePeople } from "./invite-people";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

const HOUR = 3_600_000;

async function anInvited() {
  const office = await anOffice();
  const input = { eventId: office.event.id, text: "ada@example.org", locale: "en" };
  await invitePeople({ actor: office.actor, input });
  const [row] = await db().select().from(invitations).where(eq(invitations.eventId, office.event.id));
  if (!row) throw new Error("nobody was invited");
  const resend = (hours: number) => {
    const now = new Date(Date.now() + hours * HOUR);
    return resendInvitation({ actor: office.actor, input: { invitationId: row.id }, now });
  };
  return { ...office, invitation: row, resend };
}

const rowOf = async (id: Id<"invitation">) =>
  (await db().select().from(invitations).where(eq(invitations.id, id)))[0];

describe("resendInvitation", () => {
  it("wants one more mail with the same code, not within the hour, and not for ever", async () => {
    const { invitation, resend } = await anInvited();
    const lately = { failure: { kind: "unavailable", reason: "mailed_lately" } };
    expect(await resend(0)).toMatchObject(lately);
    for (let mails = 2; mails <= 5; mails++) {
      expect(await resend(mails)).toMatchObject({ ok: true });
      expect(await rowOf(invitation.id)).toMatchObject({ mailing: mails, code: invitation.code });
    }
    expect(await resend(9)).toMatchObject(lately);
  });

  it("sends nothing of what was withdrawn, of a code that was never mailed, or of another office's", async () => {
    const { event, actor, invitation, resend } = await anInvited();
    const made = await createInvitation({ actor, input: { eventId: event.id, maxUses: 1 } });
    if (!made.ok) throw new Error(made.failure.reason);
    expect(await resendInvitation({ actor, input: made.value })).toMatchObject({
      failure: { kind: "not_found" },
    });
    const other = await anOffice();
    const input = { invitationId: invitation.id };
    expect(await resendInvitation({ actor: other.actor, input })).toMatchObject({
      failure: { kind: "not_found" },
    });
    await revokeInvitation({ actor, input });
    expect(await resend(2)).toMatchObject({ failure: { reason: "invitation_over" } });
  });
});
