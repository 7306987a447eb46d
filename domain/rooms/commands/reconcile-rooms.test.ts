import { DisconnectReason, RoomEvent } from "@livekit/rtc-node";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { participations, rooms } from "@/db/schema/rooms";
import { seatActor } from "@/db/testing/actors";
import { aRegistration } from "@/db/testing/makers";
import { aGuest, aLiveEvent, type Guest } from "@/db/testing/rooms";
import { roomService } from "@/lib/livekit/room-service";
import { connect, disconnectAll, once, speak, WAIT_MS } from "@/lib/livekit/testing/bot";
import { whereAmI } from "../queries";
import { createRound } from "./create-round";
import { enforceEvent, reconcileRooms } from "./reconcile-rooms";
import { sanction } from "./sanction";
import { setRole } from "./set-role";
import { switchSession } from "./switch-session";

afterAll(disconnectAll);
const now = new Date();
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const until = <Value>(check: () => Value) => vi.waitFor(check, { timeout: WAIT_MS, interval: 50 });

const live = () => aLiveEvent({ mode: "roundtable", startsAt: now });

async function whereIs(slug: string, { actor, tab }: Pick<Guest, "actor" | "tab">, at: Date) {
  const answer = await whereAmI(actor, { slug, tab }, at);
  if (!answer.ok) throw new Error(answer.failure.reason);
  if (answer.value.state !== "room") throw new Error(`not in a room but ${answer.value.state}`);
  return answer.value;
}

test("where-am-i creates the room and its token lets the person in, with the rights of the rows", async () => {
  const { event, host } = await live();
  const guest = await aGuest(event, now);
  const here = await whereIs(event.slug, guest, later(1));
  expect(here.target.rights).toMatchObject({ mic: true, cam: true, screen: false, moderate: false });
  const [bot, other] = [
    await connect(here.target.token),
    await connect((await whereIs(event.slug, host, later(1))).target.token),
  ];
  const heard = once(other, RoomEvent.TrackSubscribed);
  await speak(bot);
  await heard;
  expect(bot.localParticipant?.identity).toBe(guest.admissionId);
});

test("I8: strangers are put out at once, and rooms lost in a restart are made again", async () => {
  const { event, host } = await live();
  const here = await whereIs(event.slug, host, later(1));
  const [room] = await db().select().from(rooms).where(eq(rooms.label, event.title));
  const { accessToken } = await import("@/lib/livekit/access-token");
  const rights = { mic: true, cam: true, screen: true, data: true, hidden: false };
  const stranger = await connect(
    await accessToken({ identity: "adm_stranger", name: "?", room: room?.lkName ?? "", rights }),
  );
  const out = once(stranger, RoomEvent.Disconnected);
  await enforceEvent(event.id, later(2));
  expect(await out).toBe(DisconnectReason.PARTICIPANT_REMOVED);

  await roomService.deleteRoom(room?.lkName ?? "");
  await reconcileRooms({ now: later(3) });
  expect(await roomService.listRooms([room?.lkName ?? ""])).toHaveLength(1);
  await connect(here.target.token);
});

test("S60: a banned person is out within one enforcement, and out again with the saved token", async () => {
  const { event, host } = await live();
  const guest = await aGuest(event, now);
  const { target } = await whereIs(event.slug, guest, later(1));
  const bot = await connect(target.token);
  const out = once(bot, RoomEvent.Disconnected);
  const input = { eventId: event.id, admissionId: guest.admissionId, action: "ban" };
  expect(await sanction({ actor: host.actor, input, now: later(2) })).toMatchObject({ ok: true });
  await enforceEvent(event.id, later(2));
  expect(await out).toBe(DisconnectReason.PARTICIPANT_REMOVED);
  expect(await whereAmI(guest.actor, { slug: event.slug, tab: guest.tab }, later(3))).toMatchObject({
    value: { state: "removed", until: null },
  });
  const back = await connect(target.token);
  const outAgain = once(back, RoomEvent.Disconnected);
  await reconcileRooms({ now: later(7) });
  await outAgain;
});

test("a cancelled registration puts a speaker of the room out, and leaves who is on stage by grant", async () => {
  const { event, host } = await live();
  const guest = await aGuest(event, now);
  const role = { eventId: event.id, admissionId: guest.admissionId, role: "speaker" };
  expect(await setRole({ actor: host.actor, input: role, now: later(1) })).toMatchObject({ ok: true });
  const bot = await connect((await whereIs(event.slug, guest, later(2))).target.token);
  await connect((await whereIs(event.slug, host, later(2))).target.token);
  expect(await enforceEvent(event.id, later(3))).toMatchObject({ removed: 0 });
  const out = once(bot, RoomEvent.Disconnected);
  await db()
    .update(registrations)
    .set({ status: "cancelled", cancelledAt: later(4) })
    .where(eq(registrations.eventId, event.id));
  expect(await enforceEvent(event.id, later(5))).toMatchObject({ removed: 1 });
  expect(await out).toBe(DisconnectReason.PARTICIPANT_REMOVED);
});

test("freezing takes microphones away everywhere, and gives them back", async () => {
  const { event, host } = await live();
  const guest = await aGuest(event, now);
  const bot = await connect((await whereIs(event.slug, guest, later(1))).target.token);
  await speak(bot);
  const change = async (what: string) => {
    await switchSession({ actor: host.actor, input: { eventId: event.id, change: what }, now: later(2) });
    await enforceEvent(event.id, later(2));
  };
  const [room] = await db().select().from(rooms).where(eq(rooms.label, event.title));
  const seen = async () =>
    (await roomService.listParticipants(room?.lkName ?? "")).find(
      (one) => one.identity === guest.admissionId,
    );
  await change("freeze");
  await until(async () => expect(await seen()).toMatchObject({ rights: { mic: false }, tracks: [] }));
  await change("unfreeze");
  await until(async () => expect(await seen()).toMatchObject({ rights: { mic: true } }));
});

test("who stays in a room that the rows have left is put out after 15 s, not before", async () => {
  const { event, host } = await live();
  const guest = await aGuest(event, now);
  const draft = {
    eventId: event.id,
    rule: "by_hand",
    rooms: [{ label: "1", admissionIds: [guest.admissionId, host.admissionId] }],
  };
  const made = await createRound({ actor: host.actor, input: draft, now: later(1) });
  if (!made.ok) throw new Error(made.failure.reason);
  const round = { eventId: event.id, roundId: made.value.roundId };
  const { openRound } = await import("./open-round");
  const { cancelRound } = await import("./cancel-round");
  await openRound({ actor: host.actor, input: round, now: later(2) });
  const { target } = await whereIs(event.slug, guest, later(13));
  expect(target.room.kind).toBe("breakout");
  const bot = await connect(target.token);
  await cancelRound({ actor: host.actor, input: round, now: later(20) });
  const out = once(bot, RoomEvent.Disconnected);
  expect(await enforceEvent(event.id, later(21))).toMatchObject({ removed: 0 });
  expect(await enforceEvent(event.id, later(34))).toMatchObject({ removed: 0 });
  const last = await enforceEvent(event.id, later(36));
  expect(last.removed + last.closed).toBeGreaterThan(0);
  await out;
});

test("LiveKit's own list opens stays that no webhook told of, and closes them after two misses", async () => {
  const { event } = await live();
  const guest = await aGuest(event, now);
  const bot = await connect((await whereIs(event.slug, guest, later(1))).target.token);
  const stays = () =>
    db().select().from(participations).where(eq(participations.admissionId, guest.admissionId));
  await until(async () => {
    await enforceEvent(event.id, later(120));
    expect(
      (
        await roomService.listParticipants(
          (await db().select().from(rooms).where(eq(rooms.label, event.title)))[0]?.lkName ?? "",
        )
      )[0]?.joinedAtMs,
    ).toBeGreaterThan(0);
  });
  await enforceEvent(event.id, later(240));
  expect(await stays()).toMatchObject([{ leftAt: null, source: "reconcile" }]);
  await bot.disconnect();
  await enforceEvent(event.id, later(310));
  expect(await stays()).toMatchObject([{ leftAt: null, misses: 1 }]);
  await enforceEvent(event.id, later(380));
  expect((await stays())[0]?.leftAt).not.toBeNull();
});

test("LiveKit away: where-am-i says 503, and the reconciler waits", async () => {
  const { event } = await live();
  const registration = await aRegistration(event);
  const { joinRoom } = await import("./join-room");
  const actor = seatActor(registration);
  await joinRoom({ actor, input: { eventId: event.id, tab: "tab-one" }, now });
  const { forgetEnv } = await import("@/lib/env");
  vi.stubEnv("LIVEKIT_API_URL", "http://127.0.0.1:9");
  forgetEnv();
  try {
    const answer = await whereAmI(actor, { slug: event.slug, tab: "tab-one" }, later(5));
    expect(answer).toMatchObject({ failure: { kind: "unavailable", reason: "livekit" } });
    expect(await reconcileRooms({ now: later(6) })).toMatchObject({ removed: 0 });
  } finally {
    vi.unstubAllEnvs();
    forgetEnv();
  }
});
