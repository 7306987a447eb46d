import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { system } from "@/db/testing/actors";
import { anOffice } from "@/db/testing/seats";
import { createInvitation } from "./create-invitation";
import { forgetInvitations } from "./forget-invitations";
import { invitePeople } from "./invite-people";

const DAY = 24 * 3_600_000;

it("deletes addresses nobody came by a week after the event, and the others with the registrations", async () => {
  const { event, actor } = await anOffice();
  const text = "kam@example.org\nfehlte@example.org";
  await invitePeople({ actor, input: { eventId: event.id, text, locale: "de" } });
  await createInvitation({ actor, input: { eventId: event.id, maxUses: 3 } });
  await db().update(invitations).set({ uses: 1 }).where(eq(invitations.email, "kam@example.org"));
  const forget = async (days: number) => {
    const now = new Date(event.endsAt.getTime() + days * DAY);
    for (;;) {
      const result = await forgetInvitations({ actor: system, input: {}, now });
      if (!result.ok || result.value.gone === 0) break;
    }
    const rows = await db().select().from(invitations).where(eq(invitations.eventId, event.id));
    return rows.map(({ email }) => email).sort();
  };
  expect(await forget(6)).toEqual(["fehlte@example.org", "kam@example.org", null]);
  expect(await forget(8)).toEqual(["kam@example.org", null]);
  // A code that names nobody stays with its event.
  expect(await forget(181)).toEqual([null]);
});
