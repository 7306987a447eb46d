import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { aSession } from "@/db/testing/agenda";
import { aNetwork, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, at } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { wallAt } from "../queries/wall";
import { setWall } from "./set-wall";

async function addressBy(actor: Actor, eventId: `evt_${string}`): Promise<string> {
  const result = await setWall({ actor, input: { eventId, wish: "renew" } });
  if (!result.ok) throw new Error(`the wall was refused: ${result.failure.reason}`);
  return result.value.wall ?? "";
}

it("opens by its address until that is renewed or closed", async () => {
  const { event, host } = await aLiveEvent();
  const first = await addressBy(host.actor, event.id);
  expect((await wallAt(first, at(10)))?.title).toBe(event.title);
  const second = await addressBy(host.actor, event.id);
  expect(await wallAt(first, at(20))).toBeUndefined();
  expect((await wallAt(second, at(20)))?.title).toBe(event.title);
  await setWall({ actor: host.actor, input: { eventId: event.id, wish: "close" } });
  expect(await wallAt(second, at(30))).toBeUndefined();
  for (const token of ["", "wal_aaaaaaaaaaaaaaaaaaaaaaaa", "hal_aaaaaaaa", "x".repeat(5_000)])
    expect(await wallAt(token, at(30))).toBeUndefined();
});

it("shows numbers and the open programme, and nobody who is there", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 1 });
  await aRegistration(event, { name: "Kanarienvogel Fehlt", attendance: "onsite" });
  await aSession(event, { title: "Begrüßung", after: 0, minutes: 10, begunAt: at(5) });
  await aSession(event, { title: "Nur fürs Team", after: 10, minutes: 10, isInternal: true });
  const token = await addressBy(host.actor, event.id);
  const wall = await wallAt(token, at(60));
  expect(wall).toMatchObject({
    state: "live",
    here: { online: 2, onsite: 0 },
    items: [{ title: "Begrüßung", begunAt: at(5).toISOString(), speakers: [] }],
  });
  const said = JSON.stringify(wall);
  for (const secret of ["Kanarienvogel", "Nur fürs Team", ...people.map(({ admissionId }) => admissionId)])
    expect(said).not.toContain(secret);
  await db().update(events).set({ status: "ended" }).where(eq(events.id, event.id));
  expect(await wallAt(token, at(70))).toMatchObject({ state: "over" });
  await db().update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
  expect(await wallAt(token, at(80))).toBeUndefined();
});

it("is given by who runs the event, and by nobody else", async () => {
  const network = await aNetwork();
  const { event, people } = await aLiveEvent({ network, guests: 1 });
  const elsewhere = await aNetwork();
  const strangers: Actor[] = [
    guest,
    ...people.map(({ actor }) => actor),
    eventActor(await anEventRole(event, "observer"), event, "observer"),
    organizerActor(await anOrganizer(elsewhere), elsewhere),
  ];
  for (const actor of strangers)
    expect(await setWall({ actor, input: { eventId: event.id, wish: "renew" } })).toMatchObject({
      ok: false,
    });
  const organizer = organizerActor(await anOrganizer(network), network);
  expect(await addressBy(organizer, event.id)).toMatch(/^wal_\w{24}$/);
  expect(await setWall({ actor: organizer, input: { eventId: event.id, wish: "open" } })).toMatchObject({
    failure: { kind: "invalid" },
  });
});
