import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { personActor, seatActor } from "@/db/testing/actors";
import { aTalk } from "@/db/testing/group-talks";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import { invitationToMe } from "../queries/talk-invitations";
import { agreeToGuest } from "./agree-to-guest";
import { blockPerson } from "./block-person";
import { inviteToTalk } from "./invite-to-talk";

async function proposed() {
  const talk = await aTalk(await aTalkEvent());
  const cem = await aTaker(talk.event);
  const input = { meetingId: talk.meetingId, personId: cem.person.id };
  const answer = await inviteToTalk({ actor: personActor(talk.anna.person), input });
  if (!answer.ok) throw new Error(answer.failure.reason);
  const { invitationId } = answer.value;
  const agree = (actor: Actor, answer = "yes", now?: Date) =>
    agreeToGuest({ actor, input: { invitationId, answer }, ...(now ? { now } : {}) });
  const status = async () =>
    (await db().select().from(talkInvitations).where(eq(talkInvitations.id, invitationId)))[0]?.status;
  return { ...talk, cem, invitationId, agree, status };
}

it("the other side agrees, by link too, and then the person is asked; nobody else agrees for it", async () => {
  const { anna, ben, cem, agree, status, invitationId } = await proposed();
  for (const who of [anna, cem])
    expect(await agree(personActor(who.person))).toMatchObject({ failure: { reason: "missing" } });
  expect(await invitationToMe(personActor(cem.person), invitationId)).toBeUndefined();
  expect(await invitationToMe(personActor(ben.person), invitationId)).toMatchObject({
    part: "other",
    me: { name: ben.registration.name, email: ben.registration.email },
  });
  expect((await agree(seatActor(ben.registration))).ok).toBe(true);
  expect(await status()).toBe("offered");
  const facts = await db().select().from(outbox).where(eq(outbox.kind, "meeting.guest_invited"));
  expect(facts).toHaveLength(1);
  expect(await invitationToMe(personActor(cem.person), invitationId)).toMatchObject({
    part: "invited",
    me: { name: cem.registration.name, email: cem.registration.email },
  });
  expect(await agree(personActor(ben.person))).toMatchObject({ failure: { reason: "not_open" } });
});

it("the other side refuses, and who was proposed never hears of it", async () => {
  const { ben, cem, agree, status, invitationId } = await proposed();
  const before = await db().$count(outbox, eq(outbox.kind, "meeting.guest_invited"));
  expect((await agree(personActor(ben.person), "no")).ok).toBe(true);
  expect(await status()).toBe("refused");
  expect(await invitationToMe(personActor(cem.person), invitationId)).toBeUndefined();
  expect(await db().$count(outbox, eq(outbox.kind, "meeting.guest_invited"))).toBe(before);
});

it("asks nobody who keeps one of them away by now, and nobody once the talk has begun", async () => {
  const { event, anna, ben, cem, agree, status } = await proposed();
  const input = { personId: ben.person.id, blocked: "yes" };
  expect((await blockPerson({ actor: personActor(cem.person), input })).ok).toBe(true);
  expect(await agree(personActor(ben.person))).toMatchObject({ failure: { reason: "partner_unavailable" } });
  expect(await agree(personActor(ben.person), "yes", slotAt(event, 0))).toMatchObject({
    failure: { reason: "expired" },
  });
  // Who keeps the inviter away is asked no more at all.
  const own = { personId: anna.person.id, blocked: "yes" };
  await blockPerson({ actor: personActor(cem.person), input: own });
  expect(await status()).toBe("withdrawn");
});
