import { expect, test } from "vitest";
import { system } from "@/db/testing/actors";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at, joined, whereIs } from "@/db/testing/rooms";
import { endHostless } from "./end-hostless";
import { setHostless } from "./set-hostless";

test("an event that its hosts left alone ends when they said so, and else goes on", async () => {
  const { event, host, ada, input } = await aHostRoom();
  const look = (second: number) => endHostless({ actor: system, input, now: at(second) });
  expect(await look(7000)).toMatchObject({ value: { ended: false } });
  await setHostless({ actor: host.actor, input: { ...input, minutes: 5 }, now: at(1) });
  expect(await look(299)).toMatchObject({ value: { ended: false } });
  await joined(event, host.actor, { tab: host.tab, now: at(299) });
  expect(await look(300), "a host who came back counts").toMatchObject({ value: { ended: false } });
  expect(await look(599)).toMatchObject({ value: { ended: true } });
  expect(await whereIs(event, ada, at(600))).toBe("ended");
  expect(await look(601)).toMatchObject({ value: { ended: false } });
});

test("nobody but the reconciler ends it so", async () => {
  const { host, input } = await aHostRoom();
  expect(refusalOf(await endHostless({ actor: host.actor, input }))).toBe("forbidden not_allowed");
});
