import { crowd, tally } from "../kit/crowd";
import type { Counts, Ground } from "../kit/ground";
import { rateOf, timesOf } from "../kit/statistics";
import { fillForm, newVisitor, registerOnce, sendForm } from "./visit";

export type Field = { base: string; run: string; ground: Ground };
type Race = { people: number; capacity: number };

const isExact = ({ confirmed, waiting, other, plan }: Counts, { people, capacity }: Race) => {
  const seats = Math.min(people, capacity);
  const agrees = !plan || (plan.confirmed === confirmed && plan.waiting === waiting);
  return confirmed === seats && waiting === people - seats && other === 0 && agrees;
};

const visitorsOf = ({ base, run }: Field, people: number) =>
  Array.from({ length: people }, () => newVisitor(base, run));

/** So many people, some of them at a time, each from the event page to the confirmation. */
export async function rush(field: Field, race: Race & { concurrency: number; asks?: boolean }) {
  const { ground } = field;
  const make = race.asks && ground.makeAskingEvent ? ground.makeAskingEvent : ground.makeEvent;
  const event = await make(race.capacity);
  const visitors = visitorsOf(field, race.people);
  const { seconds, values, errors } = await crowd(race, async (person) => {
    const visitor = visitors[person];
    if (!visitor) throw new Error("more people than were asked");
    return registerOnce(visitor, event);
  });
  const counts = await field.ground.countsOf(
    event,
    visitors.map(({ email }) => email),
  );
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
async function pressAtOnce(field: Field, race: Race) {
  const event = await field.ground.makeEvent(race.capacity);
  const visitors = visitorsOf(field, race.people);
  const ready = await Promise.all(
    visitors.map(async (visitor) => ({ visitor, form: await fillForm(visitor, event) })),
  );
  const sent = await Promise.allSettled(
    ready.map(({ visitor, form }) => sendForm(visitor, event.slug, form)),
  );
  for (const { browser } of visitors) browser.close();
  const errors = sent.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  const emails = visitors.map(({ email }) => email);
  return { counts: await field.ground.countsOf(event, emails), errors };
}

/** The contested edge, round after round, each with an event of its own. */
export async function edge(field: Field, race: Race & { rounds: number }) {
  const rounds: Awaited<ReturnType<typeof pressAtOnce>>[] = [];
  for (let round = 0; round < race.rounds; round++) rounds.push(await pressAtOnce(field, race));
  return {
    ...race,
    over: rounds.filter(({ counts }) => counts.confirmed > race.capacity).length,
    inexact: rounds.filter(({ counts }) => !isExact(counts, race)).length,
    errors: tally(rounds.flatMap(({ errors }) => errors)),
  };
}
