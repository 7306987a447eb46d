import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { personBlocks } from "@/db/schema/matchmaking";
import { guest, personActor } from "@/db/testing/actors";
import { anAgreedTalk } from "@/db/testing/talk-rooms";
import { aTaker } from "@/db/testing/talks";
import { contactsOf } from "../queries/contacts";
import { cancelMeeting } from "./cancel-meeting";
import { shareContact } from "./share-contact";

type Talk = Awaited<ReturnType<typeof anAgreedTalk>>;
const say = ({ meetingId, startsAt }: Talk, person: { id: `per_${string}` }, share = "yes", now = startsAt) =>
  shareContact({ actor: personActor(person), input: { meetingId, share }, now });

describe("share-contact", () => {
  it("shows an address to the other once both have said yes, and not once one takes it back", async () => {
    const talk = await anAgreedTalk();
    const seen = (person: { id: `per_${string}` }) => contactsOf(personActor(person), talk.meetingId);
    expect((await say(talk, talk.anna.person)).ok).toBe(true);
    expect(await seen(talk.ben.person)).toEqual([]);
    expect(await seen(talk.anna.person)).toEqual([]);
    expect((await say(talk, talk.ben.person)).ok).toBe(true);
    expect(await seen(talk.anna.person)).toMatchObject([{ email: talk.ben.registration.email }]);
    expect(await seen(talk.ben.person)).toMatchObject([{ email: talk.anna.registration.email }]);
    expect(await seen((await aTaker(talk.event)).person)).toEqual([]);
    expect((await say(talk, talk.anna.person, "no")).ok).toBe(true);
    expect(await seen(talk.ben.person)).toEqual([]);
  });

  it("refuses before the start, after it was called off, and strangers", async () => {
    const talk = await anAgreedTalk();
    const early = new Date(talk.startsAt.getTime() - 1000);
    expect(await say(talk, talk.anna.person, "yes", early)).toMatchObject({
      failure: { reason: "too_early" },
    });
    const input = { meetingId: talk.meetingId, share: "yes" };
    expect(await shareContact({ actor: guest, input })).toMatchObject({ failure: { reason: "missing" } });
    await cancelMeeting({ actor: personActor(talk.anna.person), input });
    expect(await say(talk, talk.anna.person)).toMatchObject({ failure: { reason: "was_cancelled" } });
  });

  it("P24: shows and takes nothing once one of the two keeps the other away", async () => {
    const talk = await anAgreedTalk();
    await say(talk, talk.anna.person);
    await say(talk, talk.ben.person);
    await db().insert(personBlocks).values({ personId: talk.ben.person.id, blockedId: talk.anna.person.id });
    expect(await contactsOf(personActor(talk.anna.person), talk.meetingId)).toEqual([]);
    expect(await say(talk, talk.anna.person)).toMatchObject({ failure: { reason: "partner_unavailable" } });
  });
});
