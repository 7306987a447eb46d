import { expect, test } from "vitest";
import { claimActor } from "@/db/testing/actors";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at, enterableRoom, joined } from "@/db/testing/rooms";
import { sanction } from "@/domain/rooms/commands/sanction";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { listMessages } from "../queries/messages";
import { postMessage } from "./post-message";

async function ground() {
  const live = await aLiveEvent({ guests: 4 });
  const [ada, ben] = live.people;
  if (!ada || !ben) throw new Error("two guests are needed");
  const roomId = await enterableRoom(live.event, ada, at(1));
  let counter = 0;
  const post = (
    text: string,
    { actor = ada.actor, second = 5, room = roomId, key = "", scope = "room" } = {},
  ) => {
    const clientKey = key || `key-${String(++counter).padStart(8, "0")}`;
    const input = { eventId: live.event.id, roomId: room, scope, text, clientKey };
    return postMessage({ actor, input, now: at(second) });
  };
  const read = async (actor = ben.actor, second = 6, after: string | null = null) => {
    const listed = await listMessages(actor, { eventId: live.event.id, after }, at(second));
    return listed.ok ? listed.value.messages.map(({ text }) => text) : listed.failure.reason;
  };
  return { live, ada, ben, roomId, post, read };
}

test("what is said in the plenary is read there; the same key stores it once", async () => {
  const { post, read } = await ground();
  const first = await post("Guten Morgen", { key: "key-of-one-message" });
  const again = await post("Guten Morgen", { key: "key-of-one-message" });
  expect(first.ok && again.ok && first.value.id === again.value.id).toBe(true);
  expect(await read()).toEqual(["Guten Morgen"]);
});

test("retries that race store one message", async () => {
  const { post, read } = await ground();
  const results = await Promise.all(
    Array.from({ length: 6 }, () => post("Einmal", { key: "key-that-races" })),
  );
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await read()).toEqual(["Einmal"]);
});

test("a gap is filled from the last message seen", async () => {
  const { post, read } = await ground();
  const first = await post("eins", { second: 5 });
  await post("zwei", { second: 20 });
  expect(await read(undefined, 21, first.ok ? first.value.id : null)).toContain("zwei");
});

test("what is said in a breakout stays there; rooms one is not in are closed for reading and writing (S56)", async () => {
  const { live, ada, roomId, post, read } = await ground();
  await anOpenRound(live);
  const room = await enterableRoom(live.event, ada, at(20));
  expect(room).not.toBe(roomId);
  expect(await post("Unter uns", { room, second: 20 })).toMatchObject({ ok: true });
  const readers = await Promise.all(live.people.map(({ actor }) => read(actor, 21)));
  expect(readers.filter((texts) => texts.includes("Unter uns"))).toHaveLength(2);
  const outsider = live.people.find((_, index) => !readers[index]?.includes("Unter uns"));
  expect(await post("Hallo?", { room, second: 22, actor: outsider?.actor ?? ada.actor })).toMatchObject({
    failure: { reason: "not_in_room" },
  });
});

test("messages to the hosts are read by hosts and by their author", async () => {
  const { live, ada, ben, post, read } = await ground();
  await post("Mein Ton geht nicht", { scope: "hosts" });
  expect(await read(live.host.actor)).toEqual(["Mein Ton geht nicht"]);
  expect(await read(ada.actor)).toEqual(["Mein Ton geht nicht"]);
  expect(await read(ben.actor)).toEqual([]);
});

test("S59: a flood, a megabyte and a pile of combining marks are stopped", async () => {
  const { post, read } = await ground();
  const flood = await Promise.all(Array.from({ length: 30 }, (_, index) => post(`n${index}`)));
  expect(flood.filter(({ ok }) => ok).length).toBe(6);
  expect(flood.find(({ ok }) => !ok)).toMatchObject({ failure: { reason: "too_fast" } });
  expect(await post("x".repeat(1_000_000), { second: 90 })).toMatchObject({ failure: { kind: "invalid" } });
  for (const unseen of [" \u202e ", "\u200b\u2060", "\u3164", "\u0301\u0301"])
    expect(await post(unseen, { second: 90 })).toMatchObject({ failure: { fields: { text: ["empty"] } } });
  await post(`Z${"\u0308".repeat(10_000)}`, { second: 91 });
  const texts = await read(undefined, 92);
  expect(Math.max(...[...texts].map((text) => text.length))).toBeLessThan(10);
});

test("S59: frozen, without chat, banned or unproven, nobody posts, also at once", async () => {
  const { live, ada, roomId, post } = await ground();
  const put = (action: string) =>
    sanction({
      actor: live.host.actor,
      input: { eventId: live.event.id, admissionId: ada.admissionId, action },
      now: at(2),
    });
  const change = (what: string) =>
    switchSession({ actor: live.host.actor, input: { eventId: live.event.id, change: what }, now: at(2) });
  await change("freeze");
  expect(await post("a")).toMatchObject({ failure: { reason: "frozen" } });
  await change("unfreeze");
  await put("no_chat");
  expect(await post("b")).toMatchObject({ failure: { reason: "no_chat" } });
  await put("chat");
  await put("ban");
  expect(await post("c")).toMatchObject({ failure: { kind: "forbidden", reason: "not_allowed" } });
  const registration = await aRegistration(live.event);
  const actor = claimActor(registration, await aClaim(registration));
  await joined(live.event, actor, { tab: "tab-claim", now: at(3) });
  expect(await post("d", { actor, room: roomId })).toMatchObject({ failure: { reason: "not_allowed" } });
});
