import { expect, it } from "vitest";
import { claimActor, personActor } from "@/db/testing/actors";
import { aSession } from "@/db/testing/agenda";
import { aClaim, aPerson, aRegistration } from "@/db/testing/makers";
import { aParallelEvent, follow, roomsByRound } from "@/db/testing/parallel";
import { aGuest, aLiveEvent, anOpenRound, at, joined, some, whereIs } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { chooseSession } from "./choose-session";
import { openRound } from "./open-round";
import { returnToPlenary } from "./return-to-plenary";
import { sanction } from "./sanction";
import { switchSession } from "./switch-session";

const MINUTE = 60;
const OPEN = at(11 * MINUTE);
type Ground = Awaited<ReturnType<typeof aParallelEvent>>;

const chooser =
  ({ event, round }: Ground, actor: Ground["host"]["actor"]) =>
  (roomId: string | null, now = OPEN) =>
    chooseSession({ actor, input: { eventId: event.id, roundId: round.id, roomId }, now });

it("takes people where they choose, lets them change over and go back, and moves nobody else", async () => {
  const ground = await aParallelEvent();
  const { event, rooms, people } = ground;
  const [ben, ada] = some(people, 2);
  if (!ben || !ada) throw new Error("two people are needed");
  const choose = chooser(ground, ben.actor);
  expect(await choose(rooms.first.id, at(5 * MINUTE))).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, at(9 * MINUTE))).toBe("main");
  expect(await whereIs(event, ben, OPEN)).toBe(rooms.first.label);
  expect(await whereIs(event, ada, OPEN)).toBe("main");
  expect(await choose(rooms.second.id)).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, OPEN)).toBe(rooms.second.label);
  const back = { actor: ben.actor, input: { eventId: event.id }, now: OPEN };
  expect(await returnToPlenary(back)).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, OPEN)).toBe("main");
  expect(await choose(rooms.second.id)).toMatchObject({ ok: true });
  expect(await choose(null)).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, OPEN)).toBe("main");
  expect(await choose(rooms.first.id)).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, at(31 * MINUTE))).toBe("main");
});

it("is offered shortly before and while they run, with numbers for all and names for the own round table only", async () => {
  const ground = await aParallelEvent();
  const { event, rooms, people } = ground;
  const [ben, ada] = some(people, 2);
  if (!ben || !ada) throw new Error("two people are needed");
  await chooser(ground, ben.actor)(rooms.second.id, at(1));
  await chooser(ground, ada.actor)(rooms.second.id, at(1));
  const seen = async (actor: typeof ben.actor, now: Date) => {
    const listed = await listRounds(actor, event.id, now);
    const [round] = listed.ok ? listed.value.rounds : [];
    return round?.rooms.map(({ session, here, people: shown }) => [session?.track, here, shown.length]);
  };
  expect(await seen(ben.actor, at(10))).toEqual([
    ["A", 0, 0],
    ["B", 2, 2],
  ]);
  await chooser(ground, ada.actor)(rooms.first.id, at(20));
  expect(await seen(ben.actor, at(30))).toEqual([
    ["A", 1, 0],
    ["B", 1, 1],
  ]);
  const third = await aGuest(event, at(30));
  await chooser(ground, third.actor)(rooms.first.id, at(40));
  expect(await seen(ada.actor, at(50))).toEqual([
    ["A", 2, 1],
    ["B", 1, 0],
  ]);
  expect(await seen(ben.actor, at(40 * MINUTE))).toBeUndefined();
});

it("is refused where nothing is to be chosen", async () => {
  const ground = await aParallelEvent();
  const [ben] = some(ground.people, 1);
  if (!ben) throw new Error("somebody is needed");
  const choose = chooser(ground, ben.actor);
  const because = (reason: string) => ({ failure: { reason } });
  expect(await choose(ground.rooms.first.id, at(31 * MINUTE))).toMatchObject(because("round_over"));
  const other = await aParallelEvent();
  expect(await choose(other.rooms.first.id)).toMatchObject(because("missing_room"));
  const foreign = { eventId: ground.event.id, roundId: other.round.id, roomId: other.rooms.first.id };
  expect(await chooseSession({ actor: ben.actor, input: foreign, now: OPEN })).toMatchObject({
    failure: { kind: "not_found", reason: "missing" },
  });
  const drawn = await aLiveEvent({ guests: 4 });
  const pairs = await anOpenRound(drawn);
  const [guest] = some(drawn.people, 1);
  if (!guest) throw new Error("somebody is needed");
  const input = { ...pairs, roomId: ground.rooms.first.id };
  expect(await chooseSession({ actor: guest.actor, input, now: at(20) })).toMatchObject(
    because("not_by_choice"),
  );
});

it("keeps out strangers, who was put out, and behind a locked door whoever was never inside", async () => {
  const ground = await aParallelEvent();
  const { event, host, rooms, people } = ground;
  const [ben, ada] = some(people, 2);
  if (!ben || !ada) throw new Error("two people are needed");
  expect(await chooser(ground, personActor(await aPerson()))(rooms.first.id)).toMatchObject({
    failure: { kind: "forbidden" },
  });
  const ban = { eventId: event.id, admissionId: ada.admissionId, action: "ban" };
  expect(await sanction({ actor: host.actor, input: ban, now: at(5) })).toMatchObject({ ok: true });
  expect(await chooser(ground, ada.actor)(rooms.first.id)).toMatchObject({ failure: { kind: "forbidden" } });
  const lock = { eventId: event.id, change: "lock" };
  expect(await switchSession({ actor: host.actor, input: lock, now: at(6) })).toMatchObject({ ok: true });
  expect(await chooser(ground, ben.actor)(rooms.first.id)).toMatchObject({ ok: true });
  const late = await aGuest(event, at(7));
  expect(await chooser(ground, late.actor)(rooms.first.id)).toMatchObject({
    failure: { reason: "not_in_a_room" },
  });
});

it("leaves the item one is in for one that was added while it ran", async () => {
  const ground = await aParallelEvent();
  const { event, rooms, people } = ground;
  const [ben] = some(people, 1);
  if (!ben) throw new Error("somebody is needed");
  await chooser(ground, ben.actor)(rooms.first.id);
  const added = await aSession(event, { title: `Neu ${event.title}`, after: 12, minutes: 10, track: "C" });
  await follow(ground, at(11 * MINUTE + 10));
  const made = [...(await roomsByRound(ground)).values()].flat();
  const one = made.find(({ room }) => room.sessionId === added.id);
  if (!one) throw new Error("a room was to be made");
  const input = { eventId: event.id, roundId: one.round.id, roomId: one.room.id };
  const then = { actor: ben.actor, input, now: at(13 * MINUTE) };
  expect(await chooseSession(then)).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, at(14 * MINUTE))).toBe(one.room.label);
  expect(await chooser(ground, ben.actor)(rooms.second.id, at(15 * MINUTE))).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, at(16 * MINUTE))).toBe(rooms.second.label);
});

it("does not stand in the way of a round by hand before, and can be opened early", async () => {
  const ground = await aParallelEvent({ guests: 4 });
  const { event, host, rooms, people, round } = ground;
  const [ben] = some(people, 1);
  if (!ben) throw new Error("somebody is needed");
  await anOpenRound(ground, { durationSeconds: 120 });
  const early = { actor: host.actor, input: { eventId: event.id, roundId: round.id } };
  expect(await openRound({ ...early, now: at(60) })).toMatchObject({ failure: { reason: "round_running" } });
  await chooser(ground, ben.actor)(rooms.first.id, at(150));
  expect(await openRound({ ...early, now: at(200) })).toMatchObject({ ok: true });
  expect(await whereIs(event, ben, at(211))).toBe(rooms.first.label);
  expect(await openRound({ ...early, now: at(220) })).toMatchObject({ failure: { reason: "round_started" } });
  expect(await whereIs(event, ben, at(29 * MINUTE))).toBe(rooms.first.label);
});

it("is not for an address that is not proven", async () => {
  const ground = await aParallelEvent();
  const registration = await aRegistration(ground.event);
  const actor = claimActor(registration, await aClaim(registration));
  await joined(ground.event, actor, { tab: "tab-claim", now: at(3) });
  expect(await chooser(ground, actor)(ground.rooms.first.id)).toMatchObject({
    failure: { kind: "forbidden" },
  });
  expect(await listRounds(actor, ground.event.id, at(20))).toMatchObject({ value: { rounds: [] } });
});
