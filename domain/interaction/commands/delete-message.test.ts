import { expect, it } from "vitest";
import { aChat } from "@/db/testing/chat";
import { switchSession } from "@/domain/rooms/commands/switch-session";

it("takes one's own words back, so that the others see where something stood; nobody else's", async () => {
  const { ada, ben, host, said, remove, read } = await aChat();
  const messageId = await said(ada, "Zu früh gesendet");
  for (const who of [ben, host])
    expect(await remove(who, messageId)).toMatchObject({ failure: { reason: "missing_message" } });
  expect(await remove(ada, messageId)).toMatchObject({ ok: true });
  expect(await remove(ada, messageId)).toMatchObject({ ok: true });
  expect((await read(ben)).messages).toMatchObject([{ text: "", deleted: true }]);
});

it("goes also while everything is on hold, and leaves no quotation behind", async () => {
  const { ada, ben, host, eventId, said, remove, read, next } = await aChat();
  const messageId = await said(ada, "Mein Fehler");
  await said(ben, "Was meinen Sie?", { replyToId: messageId });
  const quoted = async () => (await read(ben)).messages.at(-1)?.replyTo?.text;
  expect(await quoted()).toBe("Mein Fehler");
  const freeze = { eventId, change: "freeze" };
  await switchSession({ actor: host.actor, input: freeze, now: next() });
  expect(await remove(ada, messageId)).toMatchObject({ ok: true });
  expect(await quoted()).toBe("");
});

it("wins against wording anew from another window, in whichever order they come", async () => {
  const { ada, said, remove, edit, texts, next } = await aChat();
  for (let round = 0; round < 5; round++) {
    const messageId = await said(ada, "Erst");
    const now = next();
    await Promise.all([remove(ada, messageId, now), edit(ada, messageId, { text: "Dann", now })]);
  }
  expect(await texts(ada)).toEqual(["", "", "", "", ""]);
});
