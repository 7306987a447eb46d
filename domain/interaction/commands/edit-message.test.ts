import { expect, it } from "vitest";
import { aChat } from "@/db/testing/chat";
import { at } from "@/db/testing/rooms";
import { sanction } from "@/domain/rooms/commands/sanction";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { hideMessage } from "./hide-message";

it("words one's own message anew, which the others see; nobody else's, and nothing of another event", async () => {
  const { ada, ben, host, said, edit, read } = await aChat();
  const messageId = await said(ada, "Um zehn Ur");
  for (const who of [ben, host]) expect(await edit(who, messageId, "Falsch")).toMatchObject({ ok: false });
  const other = await aChat();
  expect(await other.edit(other.ada, messageId, "Falsch")).toMatchObject({
    failure: { reason: "missing_message" },
  });
  expect(await edit(ada, messageId, "Um zehn Uhr")).toMatchObject({ ok: true });
  expect((await read(ben)).messages).toMatchObject([{ text: "Um zehn Uhr", edited: true, deleted: false }]);
});

it("S59: opens no way around what keeps somebody from writing", async () => {
  const { ada, host, eventId, said, edit, set, read, next } = await aChat();
  const messageId = await said(ada, "Anfang", { now: at(6) });
  const change = (what: string) =>
    switchSession({ actor: host.actor, input: { eventId, change: what }, now: next() });
  await change("freeze");
  expect(await edit(ada, messageId, { text: "a", now: at(60) })).toMatchObject({
    failure: { reason: "frozen" },
  });
  await change("unfreeze");
  await set(host, { writeTo: "nobody" });
  expect(await edit(ada, messageId, "b")).toMatchObject({ failure: { reason: "chat_closed" } });
  await set(host, { writeTo: "everybody" });
  const put = (action: string) =>
    sanction({ actor: host.actor, input: { eventId, admissionId: ada.admissionId, action }, now: next() });
  await put("no_chat");
  expect(await edit(ada, messageId, "c")).toMatchObject({ failure: { reason: "no_chat" } });
  await put("chat");
  for (const text of ["x".repeat(1_001), " ​ "])
    expect(await edit(ada, messageId, text)).toMatchObject({ failure: { kind: "invalid" } });
  expect(await edit(ada, messageId, { text: "d", now: at(1_000) })).toMatchObject({
    failure: { reason: "too_old" },
  });
  await hideMessage({ actor: host.actor, input: { eventId, messageId }, now: next() });
  expect(await edit(ada, messageId, "e")).toMatchObject({ failure: { reason: "gone" } });
  expect((await read(ada)).messages).toEqual([]);
});
