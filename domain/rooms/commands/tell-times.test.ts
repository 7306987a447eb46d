import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { system } from "@/db/testing/actors";
import { aSession } from "@/db/testing/agenda";
import { aParallelEvent, follow } from "@/db/testing/parallel";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { heartbeat } from "./heartbeat";
import { tellTimes } from "./tell-times";

test("browsers hear of the start and of the end of a round, and of nothing in between", async () => {
  const live = await aLiveEvent({ guests: 2 });
  await anOpenRound(live);
  const tell = (from: number, to: number) =>
    tellTimes({ actor: system, input: { eventId: live.event.id, from: at(from), to: at(to) }, now: at(to) });
  expect(await tell(10, 15)).toMatchObject({ value: { told: 1 } });
  expect(await tell(15, 20)).toMatchObject({ value: { told: 0 } });
  expect(await tell(610, 615)).toMatchObject({ value: { told: 1 } });
  const [last] = await db()
    .select()
    .from(outbox)
    .where(eq(outbox.kind, "placement.changed"))
    .orderBy(desc(outbox.seq));
  const ids = live.people.map(({ admissionId }) => admissionId);
  expect(last?.payload).toMatchObject({ admissionIds: expect.arrayContaining(ids) });
});

test("of items that run at once they hear when one can choose, when it is announced, and when one of them ends early", async () => {
  const live = await aParallelEvent();
  await aSession(live.event, { title: `Kurz ${live.event.title}`, after: 10, minutes: 5, track: "C" });
  await follow(live, at(2));
  const tell = async (minute: number) => {
    const [from, to] = [at(minute * 60 - 3), at(minute * 60 + 2)];
    const told = await tellTimes({ actor: system, input: { eventId: live.event.id, from, to }, now: to });
    return told.ok && told.value.told;
  };
  const minutes = [-5, 3, 9, 10, 12, 15, 30];
  const told: (number | false)[] = [];
  for (const minute of minutes) told.push(await tell(minute));
  expect(told).toEqual([1, 0, 1, 1, 0, 1, 1]);
});

test("only the system tells the time", async () => {
  const live = await aLiveEvent();
  const input = { eventId: live.event.id, from: at(0), to: at(1) };
  expect(refusalOf(await tellTimes({ actor: live.host.actor, input, now: at(1) }))).toBe(NOT_ALLOWED);
});

test("everybody hears once that no host is there any more, and once that one is back", async () => {
  const { event, host } = await aLiveEvent({ guests: 1 });
  const told = async () =>
    (await db().select().from(outbox).where(eq(outbox.kind, "stage.changed"))).filter(({ payload }) =>
      JSON.stringify(payload).includes(event.id),
    ).length;
  const look = async (from: number, to: number) => {
    const before = await told();
    await tellTimes({ actor: system, input: { eventId: event.id, from: at(from), to: at(to) }, now: at(to) });
    return (await told()) - before;
  };
  expect([await look(80, 85), await look(88, 93), await look(93, 98)]).toEqual([0, 1, 0]);
  const before = await told();
  const beat = { eventId: event.id, tab: host.tab };
  await heartbeat({ actor: host.actor, input: beat, now: at(120) });
  await heartbeat({ actor: host.actor, input: beat, now: at(150) });
  expect((await told()) - before).toBe(1);
});
