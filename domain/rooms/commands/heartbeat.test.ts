import { expect, test } from "vitest";
import { guest } from "@/db/testing/actors";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { listPeople } from "../queries";
import { heartbeat } from "./heartbeat";
import { joinRoom } from "./join-room";

test("keeps the person present, and tells a tab that lost its lease", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  if (!ada) throw new Error("nobody joined");
  const beat = (tab: string, second: number) =>
    heartbeat({ actor: ada.actor, input: { eventId: event.id, tab }, now: at(second) });
  expect(await beat(ada.tab, 80)).toMatchObject({ value: { holdsLease: true } });
  const names = async (second: number) => {
    const listed = await listPeople(host.actor, event.id, at(second));
    return listed.ok ? listed.value.people.map(({ admissionId }) => admissionId) : [];
  };
  expect(await names(160)).toEqual([ada.admissionId]);
  expect(await names(171)).toEqual([]);
  await joinRoom({
    actor: ada.actor,
    input: { eventId: event.id, tab: "tab-two", takeOver: true },
    now: at(81),
  });
  expect(await beat(ada.tab, 90)).toMatchObject({ value: { holdsLease: false } });
});

test("strangers have no heart here", async () => {
  const { event } = await aLiveEvent();
  expect(
    await heartbeat({ actor: guest, input: { eventId: event.id, tab: "tab-x" }, now: at(1) }),
  ).toMatchObject({
    failure: { kind: "forbidden" },
  });
});
