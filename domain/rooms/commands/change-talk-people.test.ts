import { expect, test } from "vitest";
import { guest, personActor, system } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at, joined, START, whereIs } from "@/db/testing/rooms";
import { changeTalkPeople } from "./change-talk-people";
import { openTalk } from "./open-talk";

async function aTalkOfTwo() {
  const event = await anEvent({ kind: "matchmaking", startsAt: START });
  const [ada, ben, cem] = [await aPerson(), await aPerson(), await aPerson()];
  for (const person of [ada, ben, cem])
    await aRegistration(event, { personId: person.id, name: person.name, provenAt: START });
  const span = { startsAt: at(600), endsAt: at(1800) };
  const input = { eventId: event.id, personIds: [ada.id, ben.id], label: "Zu zweit", ...span };
  const opened = await openTalk({ actor: system, input, now: START });
  if (!opened.ok) throw new Error(opened.failure.reason);
  const change = (
    who: { comes?: string; goes?: string },
    actor = system as Parameters<typeof changeTalkPeople>[0]["actor"],
  ) =>
    changeTalkPeople({
      actor,
      input: {
        ...{ eventId: event.id, roundId: opened.value.roundId, label: "Zu dritt" },
        ...{ comes: who.comes ?? null, goes: who.goes ?? null },
      },
      now: at(100),
    });
  return { event, ada, ben, cem, change };
}

test("lets one more into the room of a talk, and takes the place of who left; the others stay", async () => {
  const { event, ada, ben, cem, change } = await aTalkOfTwo();
  const tabs = new Map<string, Awaited<ReturnType<typeof joined>>>();
  for (const person of [ada, ben, cem])
    tabs.set(
      person.id,
      await joined(event, personActor(person), { tab: `tab-${person.id.slice(4)}`, now: at(90) }),
    );
  const where = async (person: { id: string }) => {
    const tab = tabs.get(person.id);
    return tab && whereIs(event, tab, at(700));
  };
  expect(await where(cem)).toBe("hosts_only");
  expect(await change({ comes: cem.id })).toMatchObject({ ok: true });
  for (const person of [ada, ben, cem]) expect(await where(person)).toBe("Zu dritt");
  expect(await change({ goes: ben.id })).toMatchObject({ ok: true });
  expect(await where(ben)).toBe("hosts_only");
  for (const person of [ada, cem]) expect(await where(person)).toBe("Zu dritt");
});

test("is no door for people, for strangers to the event, or into rounds of hosts", async () => {
  const { cem, ada, change } = await aTalkOfTwo();
  for (const actor of [guest, personActor(ada)])
    expect(await change({ comes: cem.id }, actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await change({ comes: (await aPerson()).id })).toMatchObject({
    failure: { reason: "not_registered" },
  });
  const live = await aLiveEvent({ guests: 2 });
  const round = await anOpenRound(live);
  const input = { ...round, comes: null, goes: null, label: "Fremd" };
  expect(await changeTalkPeople({ actor: system, input, now: at(20) })).toMatchObject({
    failure: { reason: "missing_round" },
  });
});
