import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { registrations, seatPlans } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { aLiveEvent, at, joined } from "@/db/testing/rooms";
import { listDoor } from "@/domain/attendance/queries/door";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { listForDesk } from "@/domain/registration/queries/desk-list";
import { listChoice } from "@/domain/registration/schema";
import { writeRegistrationMail } from "./registration";

/** A role beside the name, or under it, in the spellings in which people could try it. */
const forged: Record<string, { name: string; organisation?: string }> = {
  "in brackets": { name: "Ada (Moderation)" },
  "in the other language": { name: "Ada [Host]" },
  "with what is not seen": { name: "Ada (Mod\u200Ber\u2060ation)" },
  "from right to left": { name: "\u202EAda\u202C \u2066(Moderation)\u2069" },
  "in letters of another script": { name: "Ada (Mоdеrаtiоn)" },
  "in wide letters": { name: "Ada （Ｍｏｄｅｒａｔｉｏｎ）" },
  "with a tick": { name: "Ada ✓ verified" },
  "below the name": { name: "Ada", organisation: "Moderation" },
};

/** Somebody of that name registers on site, and enters the room of an event that is live. */
async function shownAs(person: { name: string; organisation?: string }) {
  const network = await aNetwork();
  const { event } = await aLiveEvent({ network, place: "Haus der Technik" });
  await db().update(seatPlans).set({ onsiteCapacity: 5 }).where(eq(seatPlans.eventId, event.id));
  const email = `${event.id.slice(4, 16)}@example.org`;
  const asked = { eventId: event.id, email, attendance: "onsite", ...person };
  const made = await registerForEvent({ actor: guest, input: asked, now: at(1) });
  if (!made.ok) throw new Error(made.failure.reason);
  const { registrationId } = made.value;
  const proven = { provenAt: at(1) };
  await db().update(registrations).set(proven).where(eq(registrations.id, registrationId));
  const seat = seatActor({ id: registrationId, eventId: event.id });
  await joined(event, seat, { tab: "tab-forged", now: at(2) });
  await writeRegistrationMail("registration.confirmed", registrationId, "fact");
  const office = organizerActor(await anOrganizer(network), network);
  const choice = listChoice.parse({});
  const [inRoom] = await db().select().from(admissions).where(eq(admissions.registrationId, registrationId));
  const [onList] = (await listForDesk(office, { eventId: event.id, choice }))?.rows ?? [];
  const [atDoor] = (await listDoor(office, event.id)) ?? [];
  const [mail] = await db().select().from(mails).where(eq(mails.toEmail, email));
  return { inRoom, onList, atDoor, mail };
}

describe("S45: a name that claims a role", () => {
  it.each(Object.entries(forged))("%s shows it in no room, list, door or mail", async (_how, person) => {
    const { inRoom, onList, atDoor, mail } = await shownAs(person);
    expect(inRoom).toMatchObject({ displayName: "Ada", organisation: "", role: "participant" });
    expect(onList).toMatchObject({ name: "Ada", organisation: "" });
    expect(atDoor).toMatchObject({ name: "Ada", organisation: "" });
    expect(mail?.text).toContain("Guten Tag Ada,");
    for (const part of [mail?.subject, mail?.text])
      expect(part).not.toMatch(/Ada.{0,12}(?:Moderation|Host|verified)|[\u200B\u202E\u2060\u2066]/u);
  });

  it("is none where a name merely is such a word, or a place of work has it in its name", async () => {
    const { inRoom } = await shownAs({ name: "Anna Host", organisation: "Moderationsakademie Nord" });
    expect(inRoom).toMatchObject({ displayName: "Anna Host", organisation: "Moderationsakademie Nord" });
  });
});
