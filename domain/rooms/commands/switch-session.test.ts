import { expect, test } from "vitest";
import { db } from "@/db/client";
import { seatActor } from "@/db/testing/actors";
import { aRegistration } from "@/db/testing/makers";
import { aLiveEvent, at, whereIs } from "@/db/testing/rooms";
import { standingOf } from "../queries/standing";
import { joinRoom } from "./join-room";
import { switchSession } from "./switch-session";

test("frozen: only hosts publish, chat is closed, nobody new comes in; unfrozen everything is as before", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  if (!ada) throw new Error("nobody joined");
  const change = (what: string, actor = host.actor) =>
    switchSession({ actor, input: { eventId: event.id, change: what }, now: at(5) });
  const rights = async (actor: typeof ada.actor) =>
    (await standingOf(db(), actor, { eventId: event.id, now: at(6) }))?.rights;
  await change("freeze");
  expect(await rights(ada.actor)).toMatchObject({ mic: false, cam: false, chat: false });
  expect(await rights(host.actor)).toMatchObject({ mic: true, chat: true });
  const late = seatActor(await aRegistration(event));
  const join = () => joinRoom({ actor: late, input: { eventId: event.id, tab: "tab-late" }, now: at(6) });
  expect(await join()).toMatchObject({ value: { holdsLease: false } });
  expect(await whereIs(event, { actor: late }, at(6))).toBe("locked");
  await change("unfreeze");
  expect(await rights(ada.actor)).toMatchObject({ mic: true, chat: true });
  expect(await join()).toMatchObject({ value: { holdsLease: true } });
});

test("a locked door keeps those inside, and participants cannot lock it", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  if (!ada) throw new Error("nobody joined");
  const input = { eventId: event.id, change: "lock" };
  expect(await switchSession({ actor: ada.actor, input, now: at(5) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  expect(await switchSession({ actor: host.actor, input, now: at(5) })).toMatchObject({ ok: true });
  expect(await whereIs(event, ada, at(6))).toBe("main");
});
