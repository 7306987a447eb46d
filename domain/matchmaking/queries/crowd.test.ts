import { expect, it } from "vitest";
import { db } from "@/db/client";
import { personActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { markTimes } from "../commands/mark-times";
import { publishListing } from "../commands/publish-listing";
import { candidatesFor } from "../internal/suggestions/candidates";
import { populationOf } from "../internal/suggestions/population";
import { crowdFor } from "./crowd";
import { talksOf } from "./partners";
import { takersIn } from "./population";

/** What people seek and offer; some have nothing in common with anybody, and everybody counts for how rare a topic is. */
const SAID: readonly (readonly [seeks: string[], offers: string[], more?: object])[] = [
  [["robotik", "leichtbau"], ["edge-ki"], { cooperation: ["rnd"], languages: ["de"] }],
  [["edge-ki"], ["robotik"], { languages: ["en"] }],
  [["edge-ki"], ["leichtbau"], { cooperation: ["rnd"], languages: ["de", "en"] }],
  [["spritzguss-simulation"], ["robotik"]],
  [["spritzguss-simulation"], ["spritzguss-simulation"]],
  [["robotik"], []],
  [[], ["leichtbau"], { languages: ["de"] }],
];

async function aFair() {
  const event = await aTalkEvent();
  const takers: Awaited<ReturnType<typeof aTaker>>[] = [];
  for (const [needs, offers, more] of SAID) {
    const taker = await aTaker(event, { organisation: `Firma ${takers.length}` });
    const input = { eventId: event.id, needs, offers, sentence: "", ...more };
    const published = await publishListing({ actor: personActor(taker.person), input });
    if (!published.ok) throw new Error(published.failure.reason);
    takers.push(taker);
  }
  const [, ben] = takers;
  if (!ben) throw new Error("nobody there");
  await markTimes({
    actor: personActor(ben.person),
    input: { eventId: event.id, blocked: [slotAt(event, 0).toISOString()], preferred: [] },
  });
  const talks = await talksOf(db(), event.id, new Date());
  if (!talks) throw new Error("no hours for talks");
  return { takers, talks };
}

it("gives each person the candidates that reading everybody gives, with the same scores", async () => {
  const { takers, talks } = await aFair();
  const whole = await takersIn(db(), talks);
  const seekers = whole.map(({ seeker }) => seeker);
  let found = 0;
  for (const { person } of takers) {
    const crowd = await crowdFor(db(), talks, person.id);
    if (!crowd) throw new Error("not there");
    expect(crowd.people.map(({ id }) => id)).toEqual(seekers.map(({ id }) => id));
    const slow = candidatesFor(populationOf(seekers), crowd.index, () => false);
    expect(candidatesFor(populationOf(crowd.people), crowd.index, () => false)).toEqual(slow);
    found += slow.length;
  }
  expect(found).toBeGreaterThan(8);
});

it("reads no more of people who have no topic in common, and finds nobody for who is not there", async () => {
  const { takers, talks } = await aFair();
  const idAt = (nth: number) => takers[nth]?.person.id ?? "per_";
  const crowd = await crowdFor(db(), talks, idAt(4));
  expect([...(crowd?.takers.keys() ?? [])].toSorted()).toEqual([idAt(3), idAt(4)].toSorted());
  expect(await crowdFor(db(), talks, "per_nobody")).toBeUndefined();
});
