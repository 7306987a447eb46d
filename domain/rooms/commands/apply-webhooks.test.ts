import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { webhookReceipts } from "@/db/schema/kernel";
import { participations, rooms } from "@/db/schema/rooms";
import { guest } from "@/db/testing/actors";
import { aGuest, aLiveEvent, anOpenRound, arrive, at, enterableRoom, type Guest } from "@/db/testing/rooms";
import { idOf, newId } from "@/lib/ids";
import type { RoomWebhook } from "../schema";
import { applyWebhooks } from "./apply-webhooks";
import { listenIn } from "./listen-in";
import { recordWebhook } from "./record-webhook";

const actor = { type: "webhook", source: "livekit" } as const;

async function ground() {
  await db().delete(participations);
  const { event } = await aLiveEvent();
  const ada = await aGuest(event);
  const [room] = await db().select().from(rooms).where(eq(rooms.label, event.title));
  return { ada, roomName: room?.lkName ?? "" };
}

type Told = { event: string; sid: string; second: number };
const webhookOf = (roomName: string, ada: Guest, { event, sid, second }: Told): RoomWebhook => ({
  id: newId("fact"),
  event,
  createdAtMs: at(second).getTime(),
  roomName,
  participant: {
    sid,
    identity: ada.admissionId,
    joinedAtMs: event === "participant_joined" ? at(second).getTime() : 0,
  },
});

async function tell(webhook: RoomWebhook) {
  await recordWebhook({ actor, input: { webhook } });
  return applyWebhooks({ actor, input: { receiptIds: [webhook.id] } });
}

const staysOf = (ada: Guest) =>
  db()
    .select({
      sid: participations.participantSid,
      joinedAt: participations.joinedAt,
      leftAt: participations.leftAt,
    })
    .from(participations)
    .where(eq(participations.admissionId, ada.admissionId))
    .orderBy(participations.participantSid);

const orders = <Item>(items: Item[]): Item[][] =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, index) =>
        orders([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
      );

const comings: Told[] = [
  { event: "participant_joined", sid: "PA_1", second: 10 },
  { event: "participant_left", sid: "PA_1", second: 100 },
  { event: "participant_joined", sid: "PA_2", second: 95 },
  { event: "participant_left", sid: "PA_2", second: 300 },
];
const bothStays = [
  { sid: "PA_1", joinedAt: at(10), leftAt: at(100) },
  { sid: "PA_2", joinedAt: at(95), leftAt: at(300) },
];

test("R08: joins and leaves in every order, each told three times, give the same stays", async () => {
  const { ada, roomName } = await ground();
  for (const order of orders(comings)) {
    await db().delete(participations);
    for (const one of order) {
      const webhook = webhookOf(roomName, ada, one);
      await tell(webhook);
      await tell(webhook);
      await tell({ ...webhook, id: newId("fact") });
    }
    expect(await staysOf(ada)).toEqual(bothStays);
  }
});

test("R08: all of them in one go, in every order, give the same stays and say who arrived", async () => {
  const { ada, roomName } = await ground();
  for (const order of orders(comings)) {
    await db().delete(participations);
    const webhooks = [...order, ...order].map((one) => webhookOf(roomName, ada, one));
    for (const webhook of webhooks) await recordWebhook({ actor, input: { webhook } });
    const applied = await applyWebhooks({ actor, input: { receiptIds: webhooks.map(({ id }) => id) } });
    expect(applied).toMatchObject({ value: { applied: 8 } });
    expect(applied.ok && new Set(applied.value.arrivals.map(({ participant }) => participant.sid))).toEqual(
      new Set(["PA_1", "PA_2"]),
    );
    expect(await staysOf(ada)).toEqual(bothStays);
  }
});

test("S64: unknown rooms, unknown people and other events are taken and have no effect", async () => {
  const { ada, roomName } = await ground();
  const joined = webhookOf(roomName, ada, { event: "participant_joined", sid: "PA_1", second: 10 });
  const odd: RoomWebhook[] = [
    { ...joined, id: "w-1", roomName: "elsewhere" },
    { ...joined, id: "w-2", participant: { sid: "PA_2", identity: "adm_nobody", joinedAtMs: 1 } },
    {
      ...joined,
      id: "w-3",
      participant: { sid: "PA_3", identity: "'; drop table admissions", joinedAtMs: 1 },
    },
    { ...joined, id: "w-4", event: "track_published" },
    { ...joined, id: "w-5", event: "room_started", participant: null },
  ];
  for (const webhook of odd) expect(await tell(webhook)).toMatchObject({ value: { arrivals: [] } });
  expect(await staysOf(ada)).toEqual([]);
});

test("a leaving time from LiveKit replaces one that was only concluded from silence", async () => {
  const { ada, roomName } = await ground();
  await tell(webhookOf(roomName, ada, { event: "participant_joined", sid: "PA_1", second: 10 }));
  await db()
    .update(participations)
    .set({ leftAt: at(500), source: "reconcile" });
  await tell(webhookOf(roomName, ada, { event: "participant_left", sid: "PA_1", second: 60 }));
  expect(await staysOf(ada)).toMatchObject([{ joinedAt: at(10), leftAt: at(60) }]);
});

test("a receipt is applied once, and only by livekit-server or the system", async () => {
  const { ada, roomName } = await ground();
  const webhook = webhookOf(roomName, ada, { event: "participant_joined", sid: "PA_1", second: 10 });
  await recordWebhook({ actor, input: { webhook } });
  const input = { receiptIds: [webhook.id] };
  expect(await applyWebhooks({ actor: guest, input })).toMatchObject({ failure: { kind: "not_found" } });
  expect(await applyWebhooks({ actor: ada.actor, input })).toMatchObject({ failure: { kind: "not_found" } });
  expect(await applyWebhooks({ actor, input })).toMatchObject({ ok: true });
  expect(await applyWebhooks({ actor, input })).toMatchObject({ failure: { reason: "missing" } });
  const [receipt] = await db().select().from(webhookReceipts).where(eq(webhookReceipts.id, webhook.id));
  expect(receipt?.appliedAt).not.toBeNull();
});

test("a host's second ear is told of as arriving, and is nobody's presence", async () => {
  const { ada, roomName } = await ground();
  const own = webhookOf(roomName, ada, { event: "participant_joined", sid: "PA_1", second: 10 });
  const identity = `${ada.admissionId}.listen`;
  const ear = { ...own, participant: own.participant && { ...own.participant, identity } };
  expect(await tell(ear)).toMatchObject({ value: { arrivals: [{ participant: { identity } }] } });
  expect(await staysOf(ada)).toEqual([]);
});

test("says where somebody left a room that is listened to", async () => {
  const live = await aLiveEvent({ guests: 3 });
  await anOpenRound(live, { rule: "groups", groupSize: 3 });
  await arrive(live.event, live.people, at(13));
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  const roomId = await enterableRoom(live.event, ada, at(20));
  const [room] = await db()
    .select()
    .from(rooms)
    .where(eq(rooms.id, idOf("room").parse(roomId)));
  const goes = (sid: string) =>
    tell(webhookOf(room?.lkName ?? "", ada, { event: "participant_left", sid, second: 30 }));
  expect(await goes("PA_8")).toMatchObject({ value: { thinned: [] } });
  await listenIn({ actor: live.host.actor, input: { eventId: live.event.id, roomId }, now: at(20) });
  expect(await goes("PA_9")).toMatchObject({ value: { thinned: [live.event.id] } });
});
