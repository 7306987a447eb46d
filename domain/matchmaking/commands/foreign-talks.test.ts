import { readdirSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { contactShares } from "@/db/schema/matchmaking-talks";
import { guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { anOffer, aTalk } from "@/db/testing/group-talks";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { whereIs } from "@/db/testing/rooms";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import { joinRoom } from "@/domain/rooms/commands/join-room";
import type { Result } from "@/lib/result";
import { contactsOf } from "../queries/contacts";
import { findMyMeeting, listMyMeetings } from "../queries/meetings";
import { findMyRequest, listMyRequests } from "../queries/requests";
import { roomTalksOf } from "../queries/room-talks";
import { guestsOf, invitationToMe } from "../queries/talk-invitations";
import { agreeToGuest } from "./agree-to-guest";
import { answerRequest } from "./answer-request";
import { answerTalkInvitation } from "./answer-talk-invitation";
import { cancelMeeting } from "./cancel-meeting";
import { closePresence } from "./close-presence";
import { correctPresence } from "./correct-presence";
import { counterRequest } from "./counter-request";
import { editRequest } from "./edit-request";
import { extendTalk } from "./extend-talk";
import { inviteToTalk } from "./invite-to-talk";
import { leaveMeeting } from "./leave-meeting";
import { nudgeMissing } from "./nudge-missing";
import { recordOutcome } from "./record-outcome";
import { releaseMeeting } from "./release-meeting";
import { rescheduleMeeting } from "./reschedule-meeting";
import { shareContact } from "./share-contact";
import { withdrawRequest } from "./withdraw-request";
import { withdrawTalkInvitation } from "./withdraw-talk-invitation";
import { writeMessage } from "./write-message";
import { writeNote } from "./write-note";

/** Two people with a talk who exchange addresses, a request of one to another, somebody asked into the talk, and others. */
async function aWorld() {
  const event = await aTalkEvent({ status: "live" });
  const talk = await aTalk(event, 1);
  const later = await aTalk(event, 2);
  const { meetingId } = talk;
  const at = new Date();
  const both = [talk.anna, talk.ben].map(({ person }) => ({ meetingId, personId: person.id, at }));
  await db().insert(contactShares).values(both);
  const invitationId = await anOffer(talk, await aTaker(event));
  const request = await aTalkRequest(event, { from: talk.anna.person, to: later.ben.person, slots: [3] });
  const third = await aTaker(event);
  const elsewhere = await aTaker(await aTalkEvent());
  const network = await aNetwork();
  const foreign = organizerActor(await anOrganizer(network), network);
  return { event, talk, invitationId, request, third, elsewhere, foreign };
}
type World = Awaited<ReturnType<typeof aWorld>>;
let world: World;
beforeAll(async () => {
  world = await aWorld();
});

type Attempt = (actor: Actor, world: World) => Promise<Result<unknown>>;
const byMeeting = ({ talk: { meetingId } }: World) => ({ meetingId });
const byRequest = ({ request }: World) => ({ requestId: request.id });
const byInvitation = ({ invitationId }: World) => ({ invitationId });
const slotOf = ({ event }: World) => slotAt(event, 3).toISOString();

/** Everything that is done to a talk, a request or an invitation by its id. */
const attempts: Record<string, Attempt> = {
  "agree-to-guest": (actor, w) => agreeToGuest({ actor, input: { ...byInvitation(w), answer: "yes" } }),
  "answer-request": (actor, w) => answerRequest({ actor, input: { ...byRequest(w), answer: slotOf(w) } }),
  "answer-talk-invitation": (actor, w) =>
    answerTalkInvitation({ actor, input: { ...byInvitation(w), answer: "yes" } }),
  "cancel-meeting": (actor, w) => cancelMeeting({ actor, input: byMeeting(w) }),
  "close-presence": (actor, w) => closePresence({ actor, input: byMeeting(w) }),
  "correct-presence": (actor, w) =>
    correctPresence({ actor, input: { ...byMeeting(w), personId: w.talk.anna.person.id, came: "missed" } }),
  "counter-request": (actor, w) =>
    counterRequest({ actor, input: { ...byRequest(w), slots: [slotOf(w)], note: "" } }),
  "edit-request": (actor, w) =>
    editRequest({ actor, input: { ...byRequest(w), slots: [slotOf(w)], note: "" } }),
  "extend-talk": (actor, w) => extendTalk({ actor, input: byMeeting(w) }),
  "invite-to-talk": (actor, w) =>
    inviteToTalk({ actor, input: { ...byMeeting(w), personId: w.third.person.id } }),
  "leave-meeting": (actor, w) =>
    leaveMeeting({ actor, input: { ...byMeeting(w), personId: w.talk.anna.person.id } }),
  "nudge-missing": (actor, w) => nudgeMissing({ actor, input: byMeeting(w) }),
  "record-outcome": (actor, w) =>
    recordOutcome({ actor, input: { ...byMeeting(w), outcome: "interesting" } }),
  "release-meeting": (actor, w) => releaseMeeting({ actor, input: byMeeting(w) }),
  "reschedule-meeting": (actor, w) =>
    rescheduleMeeting({ actor, input: { ...byMeeting(w), startsAt: slotOf(w) } }),
  "share-contact": (actor, w) => shareContact({ actor, input: { ...byMeeting(w), share: "yes" } }),
  "withdraw-request": (actor, w) => withdrawRequest({ actor, input: byRequest(w) }),
  "withdraw-talk-invitation": (actor, w) => withdrawTalkInvitation({ actor, input: byInvitation(w) }),
  "write-message": (actor, w) => writeMessage({ actor, input: { ...byRequest(w), text: "Hallo?" } }),
  "write-note": (actor, w) => writeNote({ actor, input: { ...byMeeting(w), text: "Fremd" } }),
};

/** Whoever is neither of the two: of the same event, of another one, by a mailed link, an organizer next door, nobody. */
const others = ({ third, elsewhere, foreign }: World): Record<string, Actor> => ({
  "a third": personActor(third.person),
  "a third by the mailed link": seatActor(third.registration),
  "somebody of another event": personActor(elsewhere.person),
  "an organizer of another network": foreign,
  "a stranger": guest,
});

const FOLDER = "domain/matchmaking/commands";
/** Whether a command finds its row by the id of a talk, a request or an invitation. */
const takesAnId = (name: string): boolean =>
  /load: [^\n]*\{ (?:meetingId|requestId|invitationId) \}/.test(readFileSync(`${FOLDER}/${name}`, "utf8"));

const stateOf = async ({ talk, request, invitationId, event }: World) => ({
  meeting: await db().select().from(meetings).where(eq(meetings.id, talk.meetingId)),
  people: await db().select().from(meetingPeople).where(eq(meetingPeople.meetingId, talk.meetingId)),
  request: await db().select().from(meetingRequests).where(eq(meetingRequests.id, request.id)),
  invitation: await db().select().from(talkInvitations).where(eq(talkInvitations.id, invitationId)),
  told: (await db().select().from(outbox)).filter(({ payload }) => JSON.stringify(payload).includes(event.id))
    .length,
});

describe("S39: somebody with the id of other people's talk", () => {
  it("can try every command there is for one", () => {
    const all = readdirSync(FOLDER).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
    const taking = all.filter(takesAnId).map((name) => name.replace(".ts", ""));
    expect(taking.sort()).toEqual(Object.keys(attempts).sort());
  });

  it.each(Object.keys(attempts))("%s finds nothing, and nothing happens", async (name) => {
    const before = await stateOf(world);
    for (const [who, actor] of Object.entries(others(world))) {
      const result = await attempts[name]?.(actor, world);
      const failure = result && !result.ok ? result.failure : { kind: "none", reason: "done" };
      expect([who, failure.reason], who).toEqual([who, "missing"]);
      expect(failure.kind).toBe("not_found");
    }
    expect(await stateOf(world)).toEqual(before);
  });

  it("reads nothing of it: no page, no list, no address, no invitation", async () => {
    const { talk, request, invitationId, event } = world;
    const names = [talk.anna, talk.ben].flatMap(({ person }) => [person.name, person.email]);
    for (const actor of Object.values(others(world))) {
      const read = [
        await findMyMeeting(actor, talk.meetingId),
        await findMyRequest(actor, request.id),
        await contactsOf(actor, talk.meetingId),
        await invitationToMe(actor, invitationId),
        await guestsOf(actor, talk.meetingId),
        await listMyMeetings(actor, event.id),
        await listMyRequests(actor, event.id),
        await roomTalksOf(actor, event.id),
      ];
      const said = JSON.stringify(read);
      for (const name of names) expect(said).not.toContain(name);
      expect(said).not.toContain(talk.meetingId);
      expect(said).not.toContain(request.id);
    }
  });

  it("comes into the event's room and not into theirs, while the two come into theirs", async () => {
    const { event, talk, third } = world;
    const during = new Date(slotAt(event, 1).getTime() + 30_000);
    const enter = async (who: typeof third) => {
      const actor = personActor(who.person);
      const joined = await joinRoom({
        actor,
        input: { eventId: event.id, tab: `tab-${who.person.id.slice(4, 12)}` },
        now: during,
      });
      return joined.ok ? whereIs(event, { actor }, during) : joined.failure.reason;
    };
    const [theirs, their2nd, others] = [await enter(talk.anna), await enter(talk.ben), await enter(third)];
    expect(theirs).toBe(their2nd);
    expect(theirs).toContain(talk.anna.person.name);
    expect(others).not.toBe(theirs);
  });
});
