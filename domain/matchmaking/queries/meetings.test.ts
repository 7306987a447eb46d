import { describe, expect, it } from "vitest";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { joined } from "@/db/testing/rooms";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { leaveRoom } from "@/domain/rooms/commands/leave-room";
import { answerRequest } from "../commands/answer-request";
import { cancelMeeting } from "../commands/cancel-meeting";
import { publishListing } from "../commands/publish-listing";
import { findMyMeeting, listMyMeetings, meetingOfRequest, talkBannerOf } from "./meetings";
import { listMyRequests, requestToMe } from "./requests";
import { roomTalksOf } from "./room-talks";

async function agreed() {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [0, 1] });
  const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
  const accept = () => answerRequest({ actor: personActor(ben.person), input });
  return { event, anna, ben, request, accept };
}
const minutesBefore = (event: { startsAt: Date }, minutes: number) =>
  new Date(event.startsAt.getTime() - minutes * 60_000);

describe("the banner of the next talk", () => {
  it("names the partner, and says from two minutes before that the room is open", async () => {
    const { event, anna, ben, accept } = await agreed();
    const viewer = personActor(anna.person);
    expect(await talkBannerOf(viewer)).toEqual({ next: null });
    await accept();
    expect(await talkBannerOf(viewer, undefined, minutesBefore(event, 3))).toMatchObject({
      next: {
        eventSlug: event.slug,
        timeZone: "Europe/Berlin",
        partnerName: ben.person.name,
        roomOpen: false,
        partnerPresent: false,
      },
    });
    const open = await talkBannerOf(seatActor(anna.registration), undefined, minutesBefore(event, 2));
    expect(open.next?.roomOpen).toBe(true);
    expect(await talkBannerOf(viewer, undefined, minutesBefore(event, -20))).toEqual({ next: null });
    expect(await talkBannerOf(guest)).toEqual({ next: null });
  });
});

describe("the talks a room shows", () => {
  it("name the partner, say why it fits and whether they are there, until the partner leaves", async () => {
    const { event, anna, ben, accept } = await agreed();
    await accept();
    await publishListing({
      actor: personActor(ben.person),
      input: { eventId: event.id, needs: [], offers: ["robotik"], sentence: "" },
    });
    await publishListing({
      actor: personActor(anna.person),
      input: { eventId: event.id, needs: ["robotik"], offers: [], sentence: "" },
    });
    const lobby = minutesBefore(event, 1);
    const seen = async () => (await roomTalksOf(personActor(anna.person), event.id, lobby)).talks;
    expect(await seen()).toMatchObject([
      {
        partner: { name: ben.person.name, present: false },
        reasons: [{ direction: "they_offer", tag: "robotik" }],
        outcome: null,
      },
    ]);
    const actor = personActor(ben.person);
    await joined(event, actor, { tab: "tab-of-ben", now: lobby });
    expect((await seen())[0]?.partner.present).toBe(true);
    expect((await talkBannerOf(personActor(anna.person), undefined, lobby)).next?.partnerPresent).toBe(true);
    await leaveRoom({ actor, input: { eventId: event.id, tab: "tab-of-ben" }, now: lobby });
    expect((await seen())[0]?.partner.present).toBe(false);
  });

  it("are nobody else's, and those of long ago are gone", async () => {
    const { event, anna, accept } = await agreed();
    await accept();
    const third = personActor((await aTaker(event)).person);
    expect((await roomTalksOf(third, event.id)).talks).toEqual([]);
    expect((await roomTalksOf(guest, event.id)).talks).toEqual([]);
    const later = minutesBefore(event, -60);
    expect((await roomTalksOf(personActor(anna.person), event.id, later)).talks).toEqual([]);
  });
});

describe("my talks", () => {
  it("are mine: a third finds neither the talk nor the request", async () => {
    const { event, anna, accept } = await agreed();
    const result = await accept();
    if (!result.ok || !result.value.meetingId) throw new Error("not accepted");
    const third = personActor((await aTaker(event)).person);
    expect(await findMyMeeting(third, result.value.meetingId)).toBeUndefined();
    expect(await listMyMeetings(third)).toEqual([]);
    expect(await listMyRequests(third)).toEqual([]);
    expect(await findMyMeeting(personActor(anna.person), result.value.meetingId)).toMatchObject({
      phase: "ahead",
    });
  });

  it("a request leads to its own talk, also when that was called off and another is agreed", async () => {
    const { event, anna, ben, request, accept } = await agreed();
    const me = personActor(ben.person);
    expect(await meetingOfRequest(me, request.id)).toBeUndefined();
    const first = await accept();
    if (!first.ok || !first.value.meetingId) throw new Error("not accepted");
    await cancelMeeting({ actor: me, input: { meetingId: first.value.meetingId } });
    const again = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [1] });
    const answer = slotAt(event, 1).toISOString();
    await answerRequest({ actor: me, input: { requestId: again.id, answer } });
    expect(await meetingOfRequest(me, request.id)).toMatchObject({ phase: "cancelled" });
    expect(await meetingOfRequest(me, again.id)).toMatchObject({ phase: "ahead" });
    const third = personActor((await aTaker(event)).person);
    expect(await meetingOfRequest(third, again.id)).toBeUndefined();
  });

  it("a request shows which of its slots are still free", async () => {
    const { event, anna, ben, request } = await agreed();
    const cem = await aTaker(event);
    const other = await aTalkRequest(event, { from: cem.person, to: ben.person, slots: [0] });
    const input = { requestId: other.id, answer: slotAt(event, 0).toISOString() };
    await answerRequest({ actor: personActor(ben.person), input });
    const [seen] = await listMyRequests(personActor(anna.person), event.id);
    expect(seen).toMatchObject({ requestId: request.id, direction: "outgoing", state: "requested" });
    expect(seen?.slots.map(({ free }) => free)).toEqual([false, true]);
  });

  it("the page of a request is for its recipient: nobody else, and not for who asked", async () => {
    const { event, anna, ben, request } = await agreed();
    const mine = { me: ben.person.id, request: { requestId: request.id, direction: "incoming" } };
    expect(await requestToMe(personActor(ben.person), request.id)).toMatchObject(mine);
    expect(await requestToMe(seatActor(ben.registration), request.id)).toMatchObject(mine);
    const { id: registrationId, eventId } = ben.registration;
    const both = personActor(anna.person, [], [{ registrationId, eventId, via: "mail" }]);
    expect(await requestToMe(both, request.id)).toMatchObject(mine);
    const third = await aTaker(event);
    for (const actor of [personActor(anna.person), personActor(third.person), guest])
      expect(await requestToMe(actor, request.id)).toBeUndefined();
  });
});
