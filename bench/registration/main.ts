import { randomBytes } from "node:crypto";
import { benchArguments } from "../kit/arguments";
import { addressOf, expectApp, openBrowser } from "../kit/browser";
import { openDatabase } from "../kit/database";
import { machine } from "../kit/machine";
import { openOffice } from "../kit/organizer";
import { finish, invariant, speed } from "../kit/report";
import { bareRequests, bareTransactions } from "./floors";
import { byLength } from "./lengths";
import { edge, type Field, rush } from "./races";

type Database = ReturnType<typeof openDatabase>;

const count = (errors: Record<string, number>) => Object.values(errors).reduce((sum, n) => sum + n, 0);

async function measure(field: Field, quick: boolean) {
  const people = quick ? 50 : 500;
  const concurrency = quick ? 10 : 50;
  const rounds = quick ? 2 : 20;
  // What a server just started takes longer for (code not yet loaded and compiled) is shown, not mixed into the rest.
  const cold = await rush(field, { people: people / 2, capacity: people / 10, concurrency });
  return {
    cold,
    contested: await rush(field, { people, capacity: people / 5, concurrency }),
    uncontested: await rush(field, { people, capacity: people * 2, concurrency }),
    asked: field.ground.makeAskingEvent
      ? await rush(field, { people, capacity: people / 5, concurrency, asks: true })
      : undefined,
    byLength: await byLength(field, { few: 100, many: quick ? 1_000 : 10_000, rounds: quick ? 4 : 100 }),
    edge: await edge(field, { people: 50, capacity: 20, rounds }),
    lastPlace: await edge(field, { people: 10, capacity: 1, rounds }),
  };
}

async function pageBytes({ base, ground }: Field) {
  const { slug } = await ground.makeEvent(1);
  const browser = openBrowser(base, addressOf(0));
  const { bytes } = await browser.get(`/e/${slug}`);
  browser.close();
  return bytes;
}

async function measureFloors(field: Field, quick: boolean, database: Database | undefined) {
  const load = { people: quick ? 50 : 500, concurrency: quick ? 10 : 50 };
  return {
    bareRequests: await bareRequests(load, await pageBytes(field)),
    bareTransactions: database && (await bareTransactions(load, database, load.people / 5)),
  };
}

type Results = Awaited<ReturnType<typeof measure>>;

function promisesOf({ cold, contested, uncontested, asked, edge, lastPlace }: Results) {
  const rushes = [cold, contested, uncontested, ...(asked ? [asked] : [])];
  const edges = [edge, lastPlace];
  const errors = [...rushes, ...edges].reduce((sum, one) => sum + count(one.errors), 0);
  return [
    invariant(
      "exactly as many confirmed as seats, all others waiting",
      JSON.stringify(rushes.map((one) => one.counts)),
      rushes.every((one) => one.exact),
    ),
    invariant("contested edge never over", `${edge.over} of ${edge.rounds} rounds over`, edge.over === 0),
    invariant(
      "last place given once",
      `${lastPlace.over} of ${lastPlace.rounds} rounds over`,
      lastPlace.over === 0,
    ),
    invariant(
      "everybody in every race has exactly one answer",
      `${edges.reduce((sum, one) => sum + one.inexact, 0)} rounds inexact`,
      edges.every((one) => one.inexact === 0),
    ),
    invariant("no errors", `${errors} errors`, errors === 0),
  ];
}

function speedsOf({ contested, uncontested, asked, byLength: lengths }: Results) {
  const rate = uncontested.completePerSecond;
  const p95 = contested.times.p95Ms;
  return [
    speed("complete registrations without contention", ">= 60/s", [`${rate}/s`, rate >= 60]),
    ...(asked
      ? [
          speed("complete registrations with questions, contested", ">= 50/s", [
            `${asked.completePerSecond}/s`,
            asked.completePerSecond >= 50,
          ]),
        ]
      : []),
    ...(lengths
      ? [
          speed(
            `a registration beside ${lengths.many} others against one beside ${lengths.few}`,
            "<= 1.3 x",
            [
              `${lengths.ratio} x (${lengths.times.many.p50Ms} to ${lengths.times.few.p50Ms} ms)`,
              lengths.ratio <= 1.3,
            ],
          ),
        ]
      : []),
    speed("p95 of the flow, contested", "<= 1000 ms", [`${p95} ms`, p95 <= 1000]),
  ];
}

/** `npm run bench:registration -- --base URL [--out FILE] [--quick]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, databaseUrl } = benchArguments();
  await expectApp(base);
  const database = databaseUrl ? openDatabase(databaseUrl) : undefined;
  const ground = database ?? (await openOffice(base));
  const field = { base, run: randomBytes(3).toString("hex"), ground };
  try {
    const results = await measure(field, quick);
    const floors = await measureFloors(field, quick, database);
    const about = machine(await ground.versions());
    const verdicts = [...promisesOf(results), ...speedsOf(results)];
    finish({ bench: "registration", quick, machine: about, results, floors, verdicts }, out);
  } finally {
    await ground.close();
  }
}

await main();
