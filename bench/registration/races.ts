import { crowd, tally, timed } from "../kit/crowd";
import type { BenchDatabase, Counts } from "../kit/database";
import { rateOf, timesOf } from "../kit/statistics";
import { fillForm, newVisitor, registerOnce, sendForm } from "./visit";

export type Ground = { base: string; run: string; database: BenchDatabase };
type Race = { people: number; capacity: number };

const isExact = (counts: Counts, { people, capacity }: Race) => {
  const seats = Math.min(people, capacity);
  return (
    counts.confirmed === seats &&
    counts.waiting === people - seats &&
    counts.other === 0 &&
    counts.planConfirmed === counts.confirmed &&
    counts.planWaiting === counts.waiting
  );
};

/** So many people, some of them at a time, each from the event page to the confirmation. */
export async function rush(ground: Ground, race: Race & { concurrency: number }) {
  const { slug, ...event } = await ground.database.makeEvent(race.capacity);
  const { seconds, values, errors } = await crowd(race, () =>
    registerOnce(newVisitor(ground.base, ground.run), slug),
  );
  const counts = await ground.database.countsOf({ slug, ...event });
  return {
    ...race,
    seconds: Math.round(seconds * 100) / 100,
    completePerSecond: rateOf(values.length, seconds),
    times: timesOf(values),
    counts,
    exact: isExact(counts, race),
    errors: tally(errors),
  };
}

/** Everybody has the form open and filled in; then all press at once. */
async function pressAtOnce(ground: Ground, race: Race) {
  const event = await ground.database.makeEvent(race.capacity);
  const visitors = Array.from({ length: race.people }, () => newVisitor(ground.base, ground.run));
  const forms = await Promise.all(visitors.map((visitor) => fillForm(visitor, event.slug)));
  const sent = await Promise.allSettled(
    visitors.map(async (visitor, index) => {
      const form = forms[index];
      if (form) await timed(() => sendForm(visitor, event.slug, form));
    }),
  );
  for (const { browser } of visitors) browser.close();
  const errors = sent.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  return { counts: await ground.database.countsOf(event), errors };
}

/** The contested edge, round after round, each with an event of its own. */
export async function edge(ground: Ground, race: Race & { rounds: number }) {
  const rounds: Awaited<ReturnType<typeof pressAtOnce>>[] = [];
  for (let round = 0; round < race.rounds; round++) rounds.push(await pressAtOnce(ground, race));
  const over = rounds.filter(({ counts }) => counts.confirmed > race.capacity).length;
  return {
    ...race,
    over,
    inexact: rounds.filter(({ counts }) => !isExact(counts, race)).length,
    errors: tally(rounds.flatMap(({ errors }) => errors)),
  };
}
