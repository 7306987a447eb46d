import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { pollBallots } from "@/db/schema/interaction-polls";
import { auditEntries } from "@/db/schema/kernel";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aPerson, aRegistration } from "@/db/testing/makers";
import { anOpenPoll, firstPoll } from "@/db/testing/polls";
import { aLiveEvent, at, joined, START, some } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { endLive } from "@/domain/rooms/commands/end-live";
import { sanction } from "@/domain/rooms/commands/sanction";
import { listPolls } from "../queries/polls";
import { castBallot } from "./cast-ballot";

type Live = Awaited<ReturnType<typeof aLiveEvent>>;
const answering =
  (input: { eventId: string; pollId: string }) => (actor: Actor, picks: number[], second: number) =>
    castBallot({ actor, input: { ...input, picks }, now: at(second) });
const countedBy = async ({ host, event }: Live, second: number) =>
  firstPoll(await listPolls(host.actor, event.id, at(second))).result;

test("one person counts once, by the mailed link in one browser and signed in in another", async () => {
  const live = await aLiveEvent();
  const person = await aPerson();
  const proven = { personId: person.id, provenAt: START, confirmedAt: START };
  const registration = await aRegistration(live.event, proven);
  const [byLink, signedIn] = [seatActor(registration), personActor(person)];
  await joined(live.event, byLink, { tab: "tab-link", now: at(1) });
  const answer = answering(await anOpenPoll(live));
  expect(await answer(byLink, [0], 3)).toMatchObject({ value: { changed: true } });
  await joined(live.event, signedIn, { tab: "tab-signed-in", now: at(4) });
  expect(await answer(signedIn, [1], 5)).toMatchObject({ value: { changed: true } });
  expect(await countedBy(live, 9)).toMatchObject({ people: 1, counts: [0, 1] });
});

test("somebody who was removed and comes back has the ballot they had", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  if (!ada) throw new Error("a guest is needed");
  const answer = answering(await anOpenPoll(live));
  await answer(ada.actor, [0], 3);
  const put = (action: string, second: number) =>
    sanction({
      actor: live.host.actor,
      input: { eventId: live.event.id, admissionId: ada.admissionId, action },
      now: at(second),
    });
  await put("remove", 4);
  expect(await answer(ada.actor, [1], 5)).toMatchObject({ failure: { reason: "not_allowed" } });
  await put("lift", 6);
  await joined(live.event, ada.actor, { tab: "tab-again", now: at(7) });
  expect(await answer(ada.actor, [1], 8)).toMatchObject({ value: { changed: true } });
  expect(await countedBy(live, 9)).toMatchObject({ people: 1, counts: [0, 1] });
});

test("strangers, whoever never came in, and whoever waits for a place answer nothing, and nothing is stored", async () => {
  const live = await aLiveEvent();
  const input = await anOpenPoll(live);
  const answer = answering(input);
  const registered = await aRegistration(live.event, { provenAt: START, confirmedAt: START });
  const waiting = await aRegistration(live.event, { provenAt: START, status: "waiting", confirmedAt: null });
  for (const actor of [guest, personActor(await aPerson()), seatActor(registered), seatActor(waiting)])
    expect(await answer(actor, [0], 3)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await db().$count(pollBallots, eq(pollBallots.pollId, input.pollId))).toBe(0);
});

test("once the event is over nobody answers a poll that the worker has not closed yet", async () => {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = some(live.people, 1);
  if (!ada) throw new Error("a guest is needed");
  const answer = answering(await anOpenPoll(live));
  await answer(ada.actor, [0], 3);
  await endLive({ actor: live.host.actor, input: { eventId: live.event.id }, now: at(10) });
  expect(await answer(ada.actor, [1], 11)).toMatchObject({ ok: false });
  expect(await countedBy(live, 12)).toMatchObject({ counts: [1, 0] });
});

test("what the audit keeps of a refused answer does not say what it was", async () => {
  const live = await aLiveEvent();
  const input = await anOpenPoll(live, { kind: "words", answers: "" });
  const stranger = personActor(await aPerson());
  await castBallot({ actor: stranger, input: { ...input, words: ["Heimlichkeit"] }, now: at(3) });
  const kept = await db().select().from(auditEntries).where(eq(auditEntries.eventId, live.event.id));
  expect(kept.map(({ command }) => command)).toContain("cast-ballot");
  expect(JSON.stringify(kept)).not.toContain("Heimlichkeit");
});
