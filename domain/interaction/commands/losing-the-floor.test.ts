import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { eventActor, guest, personActor, seatActor } from "@/db/testing/actors";
import { anEventRole, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, at, type Guest, joined, START } from "@/db/testing/rooms";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { endLive } from "@/domain/rooms/commands/end-live";
import { openRoom } from "@/domain/rooms/commands/open-room";
import { sanction } from "@/domain/rooms/commands/sanction";
import { setRole } from "@/domain/rooms/commands/set-role";
import { standingOf } from "@/domain/rooms/queries/standing";
import type { Id } from "@/lib/ids";
import { listHands } from "../queries";
import { answerHand } from "./answer-hand";
import { inviteHand } from "./invite-hand";
import { raiseHand } from "./raise-hand";

async function registered(eventId: Id<"event">, second: number): Promise<Id<"registration">> {
  const input = { eventId, name: "Ada", email: "ada@example.org" };
  const taken = await registerForEvent({ actor: guest, input, now: at(second) });
  if (!taken.ok) throw new Error(taken.failure.reason);
  return taken.value.registrationId;
}

/** Ada, registered and in a webinar's room, with a hand that is up from second 5. */
async function withAHand() {
  const live = await aLiveEvent({ mode: "stage" });
  const eventId = live.event.id;
  const registrationId = await registered(eventId, 0);
  const actor = seatActor({ id: registrationId, eventId });
  const ada = await joined(live.event, actor, { tab: "tab-ada", now: START });
  await raiseHand({ actor, input: { eventId }, now: at(5) });
  return { ...live, eventId, ada, registrationId };
}
type Ground = Awaited<ReturnType<typeof withAHand>>;

/** The host asks Ada to speak and she says yes, ten seconds later. */
async function getFloor({ eventId, host, ada }: Ground, second: number) {
  const { actor, admissionId } = ada;
  await inviteHand({ actor: host.actor, input: { eventId, admissionId }, now: at(second) });
  return answerHand({ actor, input: { eventId, accept: true }, now: at(second + 10) });
}

async function withTheFloor(): Promise<Ground> {
  const ground = await withAHand();
  expect(await getFloor(ground, 10)).toMatchObject({ value: { speaking: true } });
  expect(await rightsOf(ground, 21)).toMatchObject({ mic: true, cam: true });
  return ground;
}

const rightsOf = async ({ ada, eventId }: Ground, second: number) =>
  (await standingOf(db(), ada.actor, { eventId, now: at(second) }))?.rights;
const handsAt = async ({ host, eventId }: Ground, second: number) => {
  const listed = await listHands(host.actor, eventId, at(second));
  return listed.ok && listed.value.hands.length;
};
const comeBack = ({ event, ada }: Ground, second: number): Promise<Guest> =>
  joined(event, ada.actor, { tab: "tab-back", now: at(second) });

const sanctioned = ({ eventId, host, ada }: Ground, action: string, second: number) =>
  sanction({
    actor: host.actor,
    input: { eventId, admissionId: ada.admissionId, action },
    now: at(second),
  });
const become = ({ eventId, host, ada }: Ground, role: string, second: number) =>
  setRole({ actor: host.actor, input: { eventId, admissionId: ada.admissionId, role }, now: at(second) });

/** What happens from second 30 on, and when Ada can come in again. */
const endings: [string, (ground: Ground) => Promise<unknown>, number][] = [
  ["being removed", (ground) => sanctioned(ground, "remove", 30), 331],
  [
    "a ban, though it is lifted at once",
    async (ground) => {
      await sanctioned(ground, "ban", 30);
      await sanctioned(ground, "lift", 31);
    },
    31,
  ],
  [
    "the cancelled registration, though it is made anew",
    async ({ ada, eventId, registrationId }) => {
      await cancelRegistration({ actor: ada.actor, input: { registrationId }, now: at(30) });
      expect(await registered(eventId, 31), "the same row, so the same admission").toBe(registrationId);
    },
    31,
  ],
  [
    "the end of the session, though the hosts open it again",
    async ({ eventId, host }) => {
      await endLive({ actor: host.actor, input: { eventId }, now: at(30) });
      expect((await openRoom({ actor: host.actor, input: { eventId }, now: at(31) })).ok).toBe(true);
    },
    31,
  ],
];

test.for(endings)("%s takes the floor for good; a new hand gets it again", async ([, happen, second]) => {
  const ground = await withTheFloor();
  await happen(ground);
  expect(await handsAt(ground, second)).toBe(0);
  expect((await comeBack(ground, second)).admissionId).toBe(ground.ada.admissionId);
  expect(await rightsOf(ground, second)).toMatchObject({ mic: false, cam: false });
  const raised = { actor: ground.ada.actor, input: { eventId: ground.eventId }, now: at(second + 1) };
  expect(await raiseHand(raised)).toMatchObject({ ok: true });
  expect(await rightsOf(ground, second + 2)).toMatchObject({ mic: false });
  expect(await getFloor(ground, second + 2)).toMatchObject({ value: { speaking: true } });
  expect(await rightsOf(ground, second + 13)).toMatchObject({ mic: true });
});

test("a hand does not outlive a role: a speaker who is made participant again only watches", async () => {
  const ground = await withTheFloor();
  await become(ground, "speaker", 30);
  expect(await rightsOf(ground, 31)).toMatchObject({ mic: true, screen: true });
  expect(await handsAt(ground, 31)).toBe(0);
  await become(ground, "participant", 40);
  expect(await rightsOf(ground, 41)).toMatchObject({ mic: false, cam: false });
});

test("a hand does not outlive a grant: whoever was co-host by one only watches, before and after coming in again", async () => {
  const live = await aLiveEvent({ mode: "stage" });
  const { id: eventId } = live.event;
  const person = await anEventRole(live.event, "cohost");
  const { id: registrationId } = await aRegistration(live.event, {
    personId: person.id,
    confirmedAt: START,
  });
  const cohost = eventActor(person, live.event, "cohost");
  const entered = await joined(live.event, cohost, { tab: "tab-cohost", now: START });
  await raiseHand({ actor: cohost, input: { eventId }, now: at(5) });
  await getFloor({ ...live, eventId, registrationId, ada: entered }, 10);
  await db().delete(eventRoles).where(eq(eventRoles.personId, person.id));
  const ground = { ...live, eventId, registrationId, ada: { ...entered, actor: personActor(person) } };
  expect(await rightsOf(ground, 30)).toMatchObject({ mic: false, cam: false });
  await comeBack(ground, 90);
  expect(await rightsOf(ground, 91)).toMatchObject({ mic: false, cam: false });
});

test("a hand that nobody accepted yet goes down as well, and cannot be invited any more", async () => {
  const ground = await withAHand();
  await sanctioned(ground, "remove", 30);
  await comeBack(ground, 331);
  const { eventId, host, ada } = ground;
  const input = { eventId, admissionId: ada.admissionId };
  expect(await inviteHand({ actor: host.actor, input, now: at(332) })).toMatchObject({
    failure: { reason: "no_hand" },
  });
});
