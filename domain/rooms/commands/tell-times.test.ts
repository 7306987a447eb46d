import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { system } from "@/db/testing/actors";
import { aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
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

test("only the system tells the time", async () => {
  const live = await aLiveEvent();
  const input = { eventId: live.event.id, from: at(0), to: at(1) };
  expect(await tellTimes({ actor: live.host.actor, input, now: at(1) })).toMatchObject({ ok: false });
});
