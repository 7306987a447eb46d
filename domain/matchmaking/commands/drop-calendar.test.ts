import { expect, it } from "vitest";
import { db } from "@/db/client";
import { busyTimes } from "@/db/schema/matchmaking-availability";
import { personActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { dropCalendar } from "./drop-calendar";
import { importCalendar } from "./import-calendar";

it("drop-calendar forgets one's own calendar with its times, and nobody else's", async () => {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const { startsAt, endsAt } = event;
  const said = { eventId: event.id, address: null, source: "one", tentativeBlocks: true, problems: 0 };
  const brought = await importCalendar({
    actor: personActor(anna.person),
    input: { ...said, busy: [{ startsAt, endsAt }] },
  });
  if (!brought.ok) throw new Error(brought.failure.reason);
  const { importId } = brought.value;
  const drop = ({ person }: typeof anna) =>
    dropCalendar({ actor: personActor(person), input: { eventId: event.id, importId } });
  expect(await drop(ben)).toMatchObject({ failure: { kind: "not_found" } });
  expect(await db().$count(busyTimes)).toBe(1);
  expect((await drop(anna)).ok).toBe(true);
  expect(await db().$count(busyTimes)).toBe(0);
});
