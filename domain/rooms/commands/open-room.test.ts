import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { eventActor, seatActor } from "@/db/testing/actors";
import { anEvent, anEventRole, aRegistration } from "@/db/testing/makers";
import { at, type Guest, joined, START, whereIs } from "@/db/testing/rooms";
import { endLive } from "./end-live";
import { openRoom } from "./open-room";

test("participants wait until the hosts go live, hosts and speakers are in before; the event is live then", async () => {
  const event = await anEvent({ startsAt: START });
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  const speaker = eventActor(await anEventRole(event, "speaker"), event, "speaker");
  const guest = seatActor(await aRegistration(event));
  const people: Guest[] = [];
  for (const [index, actor] of [host, speaker, guest].entries()) {
    people.push(await joined(event, actor, { tab: `tab-${index}`, now: at(-300) }));
  }
  const places = async (second: number) => Promise.all(people.map((one) => whereIs(event, one, at(second))));
  expect(await places(-299)).toEqual(["main", "main", "not_open"]);
  expect(await places(1)).toEqual(["main", "main", "hosts_only"]);
  const input = { eventId: event.id };
  expect(await openRoom({ actor: host, input, now: at(60) })).toMatchObject({ ok: true });
  expect(await places(61)).toEqual(["main", "main", "main"]);
  const [row] = await db().select().from(events).where(eq(events.id, event.id));
  expect(row?.status).toBe("live");
  expect(await openRoom({ actor: host, input, now: at(70) })).toMatchObject({
    value: { openedAt: at(60).toISOString() },
  });
});

test("participants cannot go live; what was ended by mistake opens again, what is cancelled does not", async () => {
  const event = await anEvent({ startsAt: START });
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  const input = { eventId: event.id };
  const guest = seatActor(await aRegistration(event));
  expect(await openRoom({ actor: guest, input, now: at(0) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  await openRoom({ actor: host, input, now: at(1) });
  expect(await endLive({ actor: host, input, now: at(100) })).toMatchObject({ ok: true });
  expect(await openRoom({ actor: host, input, now: at(101) })).toMatchObject({
    value: { openedAt: at(101).toISOString() },
  });
  const cancelled = await anEvent({ status: "cancelled" });
  const other = eventActor(await anEventRole(cancelled, "host"), cancelled, "host");
  expect(await openRoom({ actor: other, input: { eventId: cancelled.id } })).toMatchObject({
    failure: { reason: "event_cancelled" },
  });
});
