import { eq, gte, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { chatMessages, hands } from "@/db/schema/interaction";
import { outbox } from "@/db/schema/kernel";
import { meetings } from "@/db/schema/matchmaking";
import { mails } from "@/db/schema/notifications";
import { emailChanges } from "@/db/schema/people";
import { erasures } from "@/db/schema/privacy";
import { invitations, registrations, seatPlans } from "@/db/schema/registration";
import { admissions, participations } from "@/db/schema/rooms";
import { organizerActor, personActor, system } from "@/db/testing/actors";
import { aPersonEverywhere, tablesThatSay } from "@/db/testing/everywhere";
import { aNetwork, anEvent, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { at } from "@/db/testing/rooms";
import { attendanceOf } from "@/domain/attendance/queries";
import { listMyMeetings } from "@/domain/matchmaking/queries/meetings";
import { joinRoom } from "@/domain/rooms/commands/join-room";
import { wipePerson } from "./wipe-person";

const wipe = (personId: `per_${string}`, now = at(700)) =>
  wipePerson({ actor: system, input: { personId }, now });

it("R25: leaves no name and no address of somebody in any table, and the sums stay as they were", async () => {
  const { person, event, network, canary } = await aPersonEverywhere();
  const before = await tablesThatSay(canary.word);
  expect(before).toEqual(
    expect.arrayContaining([
      ...["admissions", "chat_messages", "event_feedback", "mails", "network_addresses", "people"],
      ...["poll_ballots", "polls", "rooms"],
    ]),
  );
  expect((await wipe(person.id)).ok).toBe(true);
  expect(await tablesThatSay(canary.word)).toEqual([]);
  const organizer = organizerActor(await anOrganizer(network), network);
  const report = await attendanceOf(organizer, { eventId: event.id, now: at(7_000) });
  expect(report).toEqual({ people: [expect.objectContaining({ name: "", seconds: 600 })] });
});

it("R25: tells the rooms, the chat and the partners, and nothing lets the person in any more", async () => {
  const { person, event, admissionId, actor, partner, meetingId } = await aPersonEverywhere();
  await wipe(person.id);
  const facts = await db().select().from(outbox).where(sql`${outbox.payload} ->> 'eventId' = ${event.id}`);
  const told = (kind: string) => facts.filter((fact) => fact.kind === kind).map(({ payload }) => payload);
  expect(told("participant.removed")).toEqual([{ eventId: event.id, admissionId }]);
  expect(told("meeting.cancelled")).toEqual([{ eventId: event.id, meetingId }]);
  expect(told("meeting.withdrawn")).toHaveLength(1);
  expect(told("chat.hidden")).toHaveLength(1);
  const [message] = await db().select().from(chatMessages).where(eq(chatMessages.eventId, event.id));
  expect(message).toMatchObject({ admissionId, text: "" });
  expect(await db().$count(hands, eq(hands.admissionId, admissionId))).toBe(0);
  const [left] = await db().select().from(admissions).where(eq(admissions.id, admissionId));
  expect(left).toMatchObject({ personId: null, registrationId: null, displayName: "", organisation: "" });
  expect(await db().$count(participations, eq(participations.admissionId, admissionId))).toBe(1);
  const [meeting] = await db().select().from(meetings).where(eq(meetings.eventId, event.id));
  expect(meeting?.status).toBe("cancelled");
  expect(await listMyMeetings(personActor(partner.person), event.id, at(700))).toEqual([]);
  const again = await joinRoom({ actor, input: { eventId: event.id, tab: "tab-again" }, now: at(701) });
  expect(refusalOf(again)).toBe(NOT_ALLOWED);
});

it("gives the seat to who waits longest, and keeps the number of what is over", async () => {
  const person = await aPerson();
  const mine = { personId: person.id, email: person.email, name: person.name, provenAt: at(-900) };
  const ahead = await anEvent({ capacity: 1, startsAt: at(86_400) });
  await aRegistration(ahead, mine);
  const next = await aRegistration(ahead, { status: "waiting", confirmedAt: null });
  await db().update(seatPlans).set({ confirmed: 1, waiting: 1 }).where(eq(seatPlans.eventId, ahead.id));
  const over = await anEvent({ startsAt: at(-86_400), status: "ended" });
  await aRegistration(over, mine);
  await db().update(seatPlans).set({ confirmed: 1 }).where(eq(seatPlans.eventId, over.id));
  await wipe(person.id);
  expect(await db().$count(registrations, eq(registrations.email, person.email))).toBe(0);
  const [promoted] = await db().select().from(registrations).where(eq(registrations.id, next.id));
  expect(promoted?.status).toBe("confirmed");
  const planOf = async (id: `evt_${string}`) =>
    (await db().select().from(seatPlans).where(eq(seatPlans.eventId, id)))[0];
  expect(await planOf(ahead.id)).toMatchObject({ confirmed: 1, waiting: 0, forgotten: 0 });
  expect(await planOf(over.id)).toMatchObject({ confirmed: 0, forgotten: 1 });
});

const MOVED = at(-3_600);
/** What networks and we have of an address, from before somebody left it or after. */
async function knownAs(email: string, createdAt: Date): Promise<void> {
  const network = await aNetwork();
  const { id: networkId } = network;
  const { id: eventId } = await anEvent({ network });
  await db().insert(networkAddresses).values({ networkId, email, createdAt });
  const locale = "de" as const;
  await db()
    .insert(roleInvitations)
    .values({ networkId, email, role: "observer", locale, expiresAt: at(0), createdAt });
  const code = crypto.randomUUID();
  await db()
    .insert(invitations)
    .values({ eventId, code, email, locale, maxUses: 1, mailing: 1, mailedAt: createdAt, createdAt });
  const written = { subject: "Einladung", html: "", text: "", nextAttemptAt: createdAt, createdAt };
  await db()
    .insert(mails)
    .values({ ...written, dedupeKey: `mail-${code}`, kind: "invitation.sent", toEmail: email, locale });
}

/** Somebody who has left these addresses at the same moment, one after the other's way. */
async function whoLeft(...emails: string[]) {
  const person = await aPerson();
  for (const fromEmail of emails) {
    const moved = { personId: person.id, fromEmail, toEmail: person.email, usedAt: MOVED, expiresAt: MOVED };
    await db()
      .insert(emailChanges)
      .values({ ...moved, locale: "de" });
  }
  return person;
}

it("P12: erases the addresses that were the person's before, and not the one that is somebody else's now", async () => {
  const [first, second] = ["kanaria-frueher-1@example.org", "kanaria-frueher-2@example.org"];
  const person = await whoLeft(first, second);
  for (const email of [first, second]) await knownAs(email, at(-7_200));
  await aPerson({ email: second });
  expect((await wipe(person.id)).ok).toBe(true);
  expect(await tablesThatSay("kanaria-frueher-1")).toEqual([]);
  expect(await tablesThatSay("kanaria-frueher-2")).toEqual([
    ...["invitations", "mails", "network_addresses", "people", "role_invitations"],
  ]);
});

it("leaves who has an earlier address now and no account everything that came since it was left", async () => {
  const shared = "kanaria-postfach@example.org";
  const person = await whoLeft(shared);
  await knownAs(shared, at(-1_800));
  await aRegistration(await anEvent(), { email: shared });
  const theirs = ["invitations", "mails", "network_addresses", "registrations", "role_invitations"];
  expect(await tablesThatSay("kanaria-postfach")).toEqual([...theirs, "email_changes"].sort());
  expect((await wipe(person.id)).ok).toBe(true);
  expect(await tablesThatSay("kanaria-postfach")).toEqual(theirs);
});

it("takes along what was registered in the person's name and never proven, and nothing of anybody else", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const event = await anEvent();
  await aRegistration(event, { email: person.email });
  await db().update(seatPlans).set({ confirmed: 2 }).where(eq(seatPlans.eventId, event.id));
  const foreign = await aRegistration(event, { email: other.email, personId: other.id });
  await wipe(person.id);
  const left = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
  expect(left.map(({ id }) => id)).toEqual([foreign.id]);
});

it("remembers hashes only, and erasing twice finds nobody", async () => {
  const { person, registration } = await aPersonEverywhere();
  // An instant of its own tells this erasure from those of the other tests.
  await wipe(person.id, at(777));
  const rows = await db()
    .select()
    .from(erasures)
    .where(gte(erasures.erasedAt, at(777)));
  expect(rows.map(({ kind }) => kind).sort()).toEqual(["person", "registration"]);
  const text = JSON.stringify(rows);
  for (const id of [person.id, registration.id]) expect(text).not.toContain(id);
  expect(await wipe(person.id)).toMatchObject({ failure: { kind: "not_found" } });
});
