import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { anOffice } from "@/db/testing/seats";
import { eraseInvitations } from "./erase-invitations";
import { invitePeople } from "./invite-people";

it("deletes what an address was invited by, everywhere, and nobody else's; and only by the machine", async () => {
  const [here, there] = [await anOffice(), await anOffice()];
  for (const { actor, event } of [here, there]) {
    const text = "weg@example.org\nbleibt@example.org";
    await invitePeople({ actor, input: { eventId: event.id, text, locale: "de" } });
  }
  const input = { addresses: [{ email: "weg@example.org" }] };
  expect(refusalOf(await eraseInvitations({ actor: guest, input }))).toBe(MISSING);
  expect(await eraseInvitations({ actor: system, input })).toMatchObject({ value: { gone: 2 } });
  const left = await db().select().from(invitations).where(eq(invitations.eventId, here.event.id));
  expect(left.map(({ email }) => email)).toEqual(["bleibt@example.org"]);
});

it("leaves what an address was invited by after somebody had left it", async () => {
  const [before, after] = [await anOffice(), await anOffice()];
  const left = new Date();
  for (const [{ actor, event }, seconds] of [
    [before, -60],
    [after, 60],
  ] as const) {
    const now = new Date(left.getTime() + seconds * 1_000);
    const input = { eventId: event.id, text: "info@example.org", locale: "de" };
    await invitePeople({ actor, input, now });
  }
  const input = { addresses: [{ email: "info@example.org", until: left }] };
  expect(await eraseInvitations({ actor: system, input })).toMatchObject({ value: { gone: 1 } });
  expect(await db().$count(invitations, eq(invitations.eventId, before.event.id))).toBe(0);
  expect(await db().$count(invitations, eq(invitations.eventId, after.event.id))).toBe(1);
});
