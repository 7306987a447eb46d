import { expect, it } from "vitest";
import { aChat } from "@/db/testing/chat";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";

it("is said by hosts, one thing at a time, and read by everybody", async () => {
  const { ada, host, set, read } = await aChat();
  expect((await read(ada)).settings).toEqual({ writeTo: "everybody", privately: "everybody" });
  expect(refusalOf(await set(ada, { writeTo: "nobody" }))).toBe(NOT_ALLOWED);
  expect(await set(host, { writeTo: "hosts" })).toMatchObject({ ok: true });
  expect(await set(host, { privately: "nobody" })).toMatchObject({ ok: true });
  expect((await read(ada)).settings).toEqual({ writeTo: "hosts", privately: "nobody" });
  expect(await set(host, { writeTo: "anybody" })).toMatchObject({ failure: { kind: "invalid" } });
});

it("closes the chat for everybody but hosts, or to all but them", async () => {
  const { ada, host, set, post, texts } = await aChat();
  const tries = async () => [
    (await post(ada, "an alle")).ok,
    (await post(ada, "an die Moderation", { scope: "hosts" })).ok,
    (await post(host, "von der Moderation")).ok,
  ];
  await set(host, { writeTo: "hosts" });
  expect(await tries()).toEqual([false, true, true]);
  await set(host, { writeTo: "nobody" });
  expect(await tries()).toEqual([false, false, true]);
  await set(host, { writeTo: "everybody" });
  expect(await tries()).toEqual([true, true, true]);
  expect(await texts(ada)).toHaveLength(6);
});
