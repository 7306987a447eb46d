import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { personBlocks } from "@/db/schema/matchmaking";
import { personActor } from "@/db/testing/actors";
import { aGuest, aTalk } from "@/db/testing/group-talks";
import { agreeOn, cameToTalk, meetingRow } from "@/db/testing/talk-rooms";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { extendTalk } from "../commands/extend-talk";
import { shareContact } from "../commands/share-contact";
import { contactsOf, toAskForContact } from "./contacts";
import { roomTalksOf } from "./room-talks";
import { courseOf } from "./talk-course";

/** A talk of four in the first slot: Anna and Ben, who agreed on it, and Cem and Dora, whom they brought in. */
async function aTalkOfFour() {
  const event = await aTalkEvent();
  const talk = await aTalk(event);
  const [cem, dora] = [await aTaker(event), await aTaker(event)];
  await aGuest(talk, cem);
  await aGuest(talk, dora);
  const startsAt = slotAt(event, 0);
  const at = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000);
  return { ...talk, cem, dora, startsAt, at };
}
type Four = Awaited<ReturnType<typeof aTalkOfFour>>;
type Taker = Four["anna"];
const idsOf = (...takers: Taker[]) => takers.map(({ person }) => person.id).sort();

describe("the course of a talk of four", () => {
  it("has somebody missing while none of the others came, and not once one of them did", async () => {
    const talk = await aTalkOfFour();
    const { meetingId, anna, cem, at } = talk;
    const seen = async () => courseOf(personActor(anna.person), meetingId, at(6));
    await cameToTalk(meetingId, anna.person, { from: 0 });
    expect(await seen()).toMatchObject({ isPartnerMissing: true, waitsInVain: true });
    await cameToTalk(meetingId, cem.person, { from: 60 });
    expect(await seen()).toMatchObject({ isPartnerMissing: false, waitsInVain: false });
  });

  it("says afterwards who of the others did not come, and whether oneself did", async () => {
    const talk = await aTalkOfFour();
    const { meetingId, anna, ben, cem, dora, at } = talk;
    for (const { person } of [anna, ben]) await cameToTalk(meetingId, person, { from: 0, to: 900 });
    const missed = async ({ person }: Taker) =>
      (await courseOf(personActor(person), meetingId, at(30)))?.missed;
    const ofAnna = await missed(anna);
    expect({ ...ofAnna, theirs: ofAnna?.theirs.sort() }).toEqual({
      ...{ mine: false, all: false, theirs: idsOf(cem, dora) },
    });
    expect(await missed(cem)).toEqual({ mine: true, all: false, theirs: idsOf(dora) });
    const nobody = await aTalkOfFour();
    expect(
      (await courseOf(personActor(nobody.cem.person), nobody.meetingId, nobody.at(30)))?.missed,
    ).toMatchObject({ mine: true, all: true });
  });

  it("is made longer once all four have said so, names who has not, and only where all are free", async () => {
    const talk = await aTalkOfFour();
    const { event, meetingId, anna, ben, cem, dora, at } = talk;
    const wish = ({ person }: Taker) =>
      extendTalk({ actor: personActor(person), input: { meetingId }, now: at(18) });
    for (const one of [anna, cem, dora]) expect(await wish(one)).toMatchObject({ value: { agreed: false } });
    const going = async ({ person }: Taker) =>
      (await roomTalksOf(personActor(person), event.id, at(18))).talks[0]?.going;
    const ofAnna = await going(anna);
    expect(ofAnna?.extension).toMatchObject({ mine: true, open: [ben.registration.name] });
    expect(ofAnna?.extension.said.sort()).toEqual([cem, dora].map((one) => one.registration.name).sort());
    expect((await going(ben))?.extension).toMatchObject({ mine: false, open: [] });
    expect(await wish(ben)).toMatchObject({ value: { agreed: true } });

    const busy = await aTalkOfFour();
    await agreeOn({ event: busy.event, anna: await aTaker(busy.event), ben: busy.dora }, 1);
    const seen = await roomTalksOf(personActor(busy.anna.person), busy.event.id, busy.at(18));
    expect(seen.talks[0]?.going).toMatchObject({ canExtend: false });
    const course = await courseOf(personActor(busy.anna.person), busy.meetingId, new Date());
    expect(course?.slots.map(({ startsAt }) => startsAt)).not.toContainEqual(slotAt(busy.event, 1));
    expect((await meetingRow(busy.meetingId)).calendarSequence).toBe(2);
  });
});

describe("contacts in a talk of four", () => {
  const share = ({ meetingId, startsAt }: Four, { person }: Taker) =>
    shareContact({ actor: personActor(person), input: { meetingId, share: "yes" }, now: startsAt });
  const seenBy = async ({ meetingId }: Four, { person }: Taker) =>
    (await contactsOf(personActor(person), meetingId)).map(({ email }) => email).sort();
  const mailsOf = (...takers: Taker[]) => takers.map(({ registration }) => registration.email).sort();

  it("are seen by each pair that agreed, whatever the others say", async () => {
    const talk = await aTalkOfFour();
    const { meetingId, anna, ben, cem, dora } = talk;
    await share(talk, anna);
    expect((await toAskForContact(meetingId, anna.person.id)).sort()).toEqual(idsOf(ben, cem, dora));
    await share(talk, cem);
    expect(await seenBy(talk, anna)).toEqual(mailsOf(cem));
    expect(await seenBy(talk, cem)).toEqual(mailsOf(anna));
    expect(await seenBy(talk, ben)).toEqual([]);
    await share(talk, dora);
    expect(await seenBy(talk, anna)).toEqual(mailsOf(cem, dora));
    expect((await toAskForContact(meetingId, dora.person.id)).sort()).toEqual(idsOf(ben));
  });

  it("P24: are not seen by who is kept away, and still by the others", async () => {
    const talk = await aTalkOfFour();
    const { meetingId, anna, ben, cem, dora } = talk;
    for (const one of [anna, cem, dora]) await share(talk, one);
    await db().insert(personBlocks).values({ personId: cem.person.id, blockedId: anna.person.id });
    expect(await seenBy(talk, anna)).toEqual(mailsOf(dora));
    expect(await seenBy(talk, cem)).toEqual(mailsOf(dora));
    expect(await seenBy(talk, dora)).toEqual(mailsOf(anna, cem));
    await db().insert(personBlocks).values({ personId: ben.person.id, blockedId: anna.person.id });
    expect(await toAskForContact(meetingId, anna.person.id)).toEqual([]);
    expect((await share(talk, ben)).ok).toBe(true);
    for (const other of [cem, dora])
      await db().insert(personBlocks).values({ personId: other.person.id, blockedId: ben.person.id });
    expect(await share(talk, ben)).toMatchObject({ failure: { reason: "partner_unavailable" } });
  });
});
