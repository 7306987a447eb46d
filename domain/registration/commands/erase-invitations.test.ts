import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { anOffice } from "@/db/testing/seats";
import { eraseInvitations } from "./erase-invitations";
import { invitePeople } from "./invite-people";

it("deletes what an address was invited by, everywhere, and nobody else's; and only by the machine", async () => {
  const [here, there] = [await anOffice(), await anOffice()];
  for (const { actor, event } of [here, there]) {
    const text = "weg@example.org\nbleibt@example.org";
    await invitePeople({ actor, input: { eventId: event.id, text, locale: "de" } });
  }
  const input = { email: "weg@example.org" };
  expect((await eraseInvitations({ actor: guest, input })).ok).toBe(false);
  expect(await eraseInvitations({ actor: system, input })).toMatchObject({ value: { gone: 2 } });
  const left = await db().select().from(invitations).where(eq(invitations.eventId, here.event.id));
  expect(left.map(({ email }) => email)).toEqual(["bleibt@example.org"]);
});
