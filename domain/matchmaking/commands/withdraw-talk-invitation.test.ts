import { expect, it } from "vitest";
import { db } from "@/db/client";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { personActor, seatActor } from "@/db/testing/actors";
import { anOffer, aTalk } from "@/db/testing/group-talks";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import { answerTalkInvitation } from "./answer-talk-invitation";
import { withdrawTalkInvitation } from "./withdraw-talk-invitation";

it("who proposed somebody takes it back, nobody else, and not once it is answered", async () => {
  const talk = await aTalk(await aTalkEvent());
  const cem = await aTaker(talk.event);
  const invitationId = await anOffer(talk, cem);
  const withdraw = (actor: Actor) => withdrawTalkInvitation({ actor, input: { invitationId } });
  for (const { person } of [talk.ben, cem])
    expect(await withdraw(personActor(person))).toMatchObject({ failure: { reason: "missing" } });
  expect((await withdraw(seatActor(talk.anna.registration))).ok).toBe(true);
  const [row] = await db().select().from(talkInvitations);
  expect(row?.status).toBe("withdrawn");
  expect(await withdraw(personActor(talk.anna.person))).toMatchObject({ failure: { reason: "not_open" } });
  const late = { invitationId, answer: "yes" };
  expect(await answerTalkInvitation({ actor: personActor(cem.person), input: late })).toMatchObject({
    failure: { reason: "not_open" },
  });
});
