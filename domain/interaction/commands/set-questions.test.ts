import { expect, test } from "vitest";
import { anAudience } from "@/db/testing/audience";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { hallPage, projectorPage } from "../queries/hall";
import { setQuestions } from "./set-questions";

test("hosts say how questions are taken, one thing at a time; the addresses are told to them alone", async () => {
  const { eventId, host, ada, set, read, next } = await anAudience();
  const usual = { isOpen: true, isModerated: false, allowsAnonymous: true };
  expect((await read(ada.actor)).settings).toEqual(usual);
  await set({ isModerated: true });
  await set({ allowsAnonymous: false, hall: "renew" });
  const seen = await read(host.actor);
  expect(seen.settings).toEqual({ ...usual, isModerated: true, allowsAnonymous: false });
  expect(seen.addresses).toMatchObject({ hall: expect.stringMatching(/^hal_\w{24}$/), projector: null });
  expect((await read(ada.actor)).addresses).toBeNull();
  const input = { eventId, isOpen: false };
  expect(refusalOf(await setQuestions({ actor: ada.actor, input, now: next() }))).toBe(NOT_ALLOWED);
});

test("a renewed address makes the former open nothing, and a closed one is none", async () => {
  const { set, next } = await anAudience();
  const [first, second] = [await set({ hall: "renew", projector: "renew" }), await set({ hall: "renew" })];
  expect(await hallPage(first.hall ?? "", undefined, next())).toBeUndefined();
  expect(await hallPage(second.hall ?? "", undefined, next())).toMatchObject({ state: "live" });
  expect(await projectorPage(first.projector ?? "", next())).toMatchObject({ hall: second.hall });
  await set({ hall: "close", projector: "close" });
  expect(await hallPage(second.hall ?? "", undefined, next())).toBeUndefined();
  expect(await projectorPage(first.projector ?? "", next())).toBeUndefined();
});
