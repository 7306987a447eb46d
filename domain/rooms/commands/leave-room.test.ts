import { expect, test } from "vitest";
import { guest } from "@/db/testing/actors";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { listPeople } from "../queries";
import { leaveRoom } from "./leave-room";

test("the person is gone from the list at once; leaving twice is harmless", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  if (!ada) throw new Error("nobody joined");
  const leave = () =>
    leaveRoom({ actor: ada.actor, input: { eventId: event.id, tab: ada.tab }, now: at(10) });
  expect(await leave()).toMatchObject({ value: { left: true } });
  expect(await leave()).toMatchObject({ value: { left: false } });
  expect(await listPeople(host.actor, event.id, at(11))).toMatchObject({ value: { audience: 1 } });
});

test("strangers leave nothing", async () => {
  const { event } = await aLiveEvent();
  expect(await leaveRoom({ actor: guest, input: { eventId: event.id, tab: "tab-x" } })).toMatchObject({
    failure: { kind: "forbidden" },
  });
});
