import { DisconnectReason, RoomEvent } from "@livekit/rtc-node";
import { afterAll, expect, test, vi } from "vitest";
import { aGuest, aLiveEvent, arrive, type Guest, joined } from "@/db/testing/rooms";
import { connect, disconnectAll, once, speak, WAIT_MS } from "@/lib/livekit/testing/bot";
import { whereAmI } from "../queries";
import { myAside } from "../queries/my-aside";
import { createRound } from "./create-round";
import { listenIn } from "./listen-in";
import { openRound } from "./open-round";
import { enforceEvent } from "./reconcile-rooms";
import { speakToRooms } from "./speak-to-rooms";

afterAll(disconnectAll);
const until = <Value>(check: () => Value) => vi.waitFor(check, { timeout: WAIT_MS, interval: 50 });
const now = new Date();
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

/** Three people, connected to LiveKit in one breakout, and their host. */
async function ground() {
  const { event, host } = await aLiveEvent({ mode: "roundtable", startsAt: now });
  await joined(event, host.actor, { tab: host.tab, now });
  const guests = [await aGuest(event, now), await aGuest(event, now), await aGuest(event, now)];
  const admissionIds = guests.map(({ admissionId }) => admissionId);
  const draft = { eventId: event.id, rule: "by_hand", rooms: [{ label: "1", admissionIds }] };
  const made = await createRound({ actor: host.actor, input: draft, now: later(1) });
  if (!made.ok) throw new Error(made.failure.reason);
  const { roundId } = made.value;
  await openRound({ actor: host.actor, input: { eventId: event.id, roundId }, now: later(2) });
  const bots = await Promise.all(guests.map((guest) => botOf(event.slug, guest)));
  await arrive(event, guests, later(14));
  const roomId = bots[0]?.roomId ?? "";
  const listen = (second: number, where: string | null = roomId) =>
    listenIn({ actor: host.actor, input: { eventId: event.id, roomId: where }, now: later(second) });
  const tokens = async (second: number) => {
    const found = await myAside(host.actor, event.id, later(second));
    return found.ok && found.value.aside ? found.value.aside.targets.map(({ token }) => token) : [];
  };
  return { event, host, roundId, bots: bots.map(({ bot }) => bot), listen, tokens };
}

async function botOf(slug: string, { actor, tab }: Guest) {
  const answer = await whereAmI(actor, { slug, tab }, later(13));
  if (!answer.ok || answer.value.state !== "room") throw new Error("in no room");
  const { token, room } = answer.value.target;
  return { bot: await connect(token), roomId: room.id };
}

const tokenOf = (tokens: readonly string[]) => {
  const [token] = tokens;
  if (!token) throw new Error("no token was given");
  return token;
};

test("who listens hears the room until they stop; the token they kept lets nobody stay", async () => {
  const { event, bots, listen, tokens } = await ground();
  await listen(15);
  const token = tokenOf(await tokens(18));
  const ear = await connect(token);
  const heard = once(ear, RoomEvent.TrackSubscribed);
  if (bots[0]) await speak(bots[0]);
  await heard;
  expect(await enforceEvent(event.id, later(19))).toMatchObject({ removed: 0 });
  await listen(20, null);
  const out = once(ear, RoomEvent.Disconnected);
  expect(await enforceEvent(event.id, later(20))).toMatchObject({ removed: 1 });
  expect(await out).toBe(DisconnectReason.PARTICIPANT_REMOVED);

  const again = await connect(token);
  const identity = again.localParticipant?.identity ?? "";
  await until(() => expect(bots[1]?.remoteParticipants.has(identity), "in the open").toBe(true));
  const outAgain = once(again, RoomEvent.Disconnected);
  // Asked for anew, the room is told anew: the old token is no way around it.
  await listen(21);
  expect(await enforceEvent(event.id, later(22))).toMatchObject({ removed: 1 });
  await outAgain;
});

test("where one of three goes, the ear is put out at once, and does not come back", async () => {
  const { event, bots, listen, tokens } = await ground();
  await listen(15);
  const token = tokenOf(await tokens(18));
  const ear = await connect(token);
  const out = once(ear, RoomEvent.Disconnected);
  await bots[0]?.disconnect();
  await until(async () => expect(await enforceEvent(event.id, later(19))).toMatchObject({ removed: 1 }));
  await out;
  expect(await tokens(20)).toEqual([]);
  const again = await connect(token);
  const outAgain = once(again, RoomEvent.Disconnected);
  expect(await enforceEvent(event.id, later(21))).toMatchObject({ removed: 1 });
  await outAgain;
});

test("who speaks to all rooms is heard in them and hears nobody", async () => {
  const { event, host, roundId, bots, tokens } = await ground();
  if (bots[0]) await speak(bots[0]);
  const input = { eventId: event.id, roundId };
  expect(await speakToRooms({ actor: host.actor, input, now: later(15) })).toMatchObject({ ok: true });
  const voice = await connect(tokenOf(await tokens(16)));
  const heard = bots[1] && once(bots[1], RoomEvent.TrackSubscribed);
  await speak(voice);
  await heard;
  const subscribed = [...voice.remoteParticipants.values()].flatMap((person) =>
    [...person.trackPublications.values()].filter(({ track }) => track),
  );
  expect(subscribed).toEqual([]);
  expect(await enforceEvent(event.id, later(17))).toMatchObject({ removed: 0 });
});
