import { expect, test } from "vitest";
import { guest, personActor, system } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { at, joined, START, whereIs } from "@/db/testing/rooms";
import { whereAmI } from "../queries";
import { layTalks } from "./lay-talks";
import { openTalk } from "./open-talk";
import { tellTimes } from "./tell-times";

async function ground() {
  const event = await anEvent({ kind: "matchmaking", startsAt: START });
  const [ada, ben, cem] = [await aPerson(), await aPerson(), await aPerson()];
  for (const person of [ada, ben, cem]) {
    await aRegistration(event, { personId: person.id, name: person.name, provenAt: START });
  }
  const open = (
    people: { id: string }[],
    from: number,
    to: number,
    actor = system as Parameters<typeof openTalk>[0]["actor"],
  ) =>
    openTalk({
      actor,
      input: {
        eventId: event.id,
        personIds: people.map(({ id }) => id),
        startsAt: at(from),
        endsAt: at(to),
        label: "Sensorik",
      },
      now: START,
    });
  return { event, ada, ben, cem, open };
}

test("both sides belong to the room from two minutes before, though nobody ever opened the event", async () => {
  const { event, ada, ben, open } = await ground();
  expect(await open([ada, ben], 600, 1800)).toMatchObject({ ok: true });
  for (const person of [ada, ben]) {
    const one = await joined(event, personActor(person), { tab: `tab-${person.id.slice(4)}`, now: at(100) });
    expect(await whereIs(event, one, at(479))).toBe("talk_lobby");
    expect(await whereIs(event, one, at(480))).toBe("Sensorik");
    expect(await whereIs(event, one, at(2099))).toBe("Sensorik");
    expect(await whereIs(event, one, at(2100))).toBe("hosts_only");
  }
});

test("the next talk is announced with the moment at which one goes over to it", async () => {
  const { event, ada, ben, cem, open } = await ground();
  await open([ada, ben], 600, 1800);
  await open([ada, cem], 1850, 3050);
  const one = await joined(event, personActor(ada), { tab: "tab-ada", now: at(100) });
  const answer = await whereAmI(one.actor, { slug: event.slug, tab: one.tab }, at(1700));
  if (!answer.ok || answer.value.state !== "room") throw new Error("nobody is in the first talk");
  const times = { opensAt: at(1830), startsAt: at(1850), endsAt: at(3050) };
  const said = Object.entries(times).map(([name, moment]) => [name, moment.toISOString()]);
  expect(answer.value.announced).toMatchObject(Object.fromEntries(said));
  expect(await whereIs(event, one, at(1831))).toBe("Sensorik");
  const soon = await whereAmI(one.actor, { slug: event.slug, tab: one.tab }, at(1810));
  expect(soon.ok && soon.value).toMatchObject({
    target: { minutes: 20 },
    next: { minutes: 20, startsAt: times.opensAt.toISOString() },
  });
});

test("a talk hands over to the next one, and a cancelled one is no more", async () => {
  const { event, ada, ben, cem, open } = await ground();
  await open([ada, ben], 600, 1800);
  const second = await open([ada, cem], 1800, 3000);
  const one = await joined(event, personActor(ada), { tab: "tab-ada", now: at(100) });
  const another = await joined(event, personActor(cem), { tab: "tab-cem", now: at(100) });
  expect(await whereIs(event, another, at(1000))).toBe("talk_lobby");
  expect(await whereIs(event, another, at(1700))).toBe("Sensorik");
  expect(await whereIs(event, one, at(1831))).toBe("Sensorik");
  const closes = second.ok ? [second.value.roundId] : [];
  const close = () =>
    layTalks({ actor: system, input: { eventId: event.id, closes, opens: [] }, now: at(200) });
  expect(await close()).toMatchObject({ ok: true });
  expect(await whereIs(event, another, at(1700))).toBe("hosts_only");
});

test("who comes on site meets who is online in the room of their talk, by phone or from a desk", async () => {
  const event = await anEvent({ kind: "matchmaking", startsAt: START });
  const [ada, ben] = [await aPerson(), await aPerson()];
  await aRegistration(event, { personId: ada.id, attendance: "onsite", provenAt: START });
  await aRegistration(event, { personId: ben.id, provenAt: START });
  const input = { eventId: event.id, personIds: [ada.id, ben.id], label: "Sensorik" };
  const span = { startsAt: at(600), endsAt: at(1800) };
  expect(await openTalk({ actor: system, input: { ...input, ...span }, now: START })).toMatchObject({
    ok: true,
  });
  for (const person of [ada, ben]) {
    const one = await joined(event, personActor(person), { tab: `tab-${person.id.slice(4)}`, now: at(580) });
    expect(await whereIs(event, one, at(700))).toBe("Sensorik");
  }
});

test("strangers open no talks, and people without a seat get none", async () => {
  const { ada, ben, open } = await ground();
  expect(await open([ada, ben], 600, 1800, guest)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await open([ada, ben], 600, 1800, personActor(ada))).toMatchObject({
    failure: { kind: "forbidden" },
  });
  expect(await open([ada, await aPerson()], 600, 1800)).toMatchObject({
    failure: { reason: "not_registered" },
  });
});

test("browsers hear of a talk five and two minutes before, at its start and end, and after its grace", async () => {
  const { event, ada, ben, open } = await ground();
  await open([ada, ben], 600, 1800);
  const told: number[] = [];
  for (let second = 0; second < 2400; second += 60) {
    const input = { eventId: event.id, from: at(second - 60), to: at(second) };
    const result = await tellTimes({ actor: system, input, now: at(second) });
    if (result.ok && result.value.told > 0) told.push(second);
  }
  expect(told).toEqual([300, 480, 600, 1800, 2100]);
});
