import { benchArguments } from "../kit/arguments";
import { startBareServer } from "../kit/bare-server";
import { addressOf, expectApp, openBrowser } from "../kit/browser";
import { timed } from "../kit/crowd";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { timesOf } from "../kit/statistics";
import { type Door, openDoor } from "./crowd-at-door";
import { everybodyComes, listTimes, openScanner, walkInTimes } from "./scans";

const WALK_INS = 20;

/** As many bytes as an answer of the door has, from a server that does nothing. */
async function bareAnswers(rounds: number) {
  const server = await startBareServer(200);
  const browser = openBrowser(server.base, addressOf(0));
  const durations: number[] = [];
  for (let round = 0; round < rounds; round++) durations.push((await timed(() => browser.get("/"))).ms);
  browser.close();
  await server.close();
  return timesOf(durations);
}

async function measure(base: string, door: Door, doors: number) {
  const scanners = await Promise.all(Array.from({ length: doors }, (_, n) => openScanner(base, n)));
  const [first] = scanners;
  if (!first) throw new Error("a door needs a scanner");
  const before = await listTimes(door, first, WALK_INS);
  const scans = await everybodyComes(door, scanners);
  const walkIns = await walkInTimes(door, first, WALK_INS);
  const after = await listTimes(door, first, WALK_INS);
  for (const scanner of scanners) scanner.close();
  return { scans, walkIns, list: { before, after } };
}
type Results = Awaited<ReturnType<typeof measure>>;

function verdictsOf({ scans, walkIns, list }: Results, door: Door, inside: number) {
  const expected = door.guests.length + walkIns.people;
  const [scan, walkIn] = [scans.times.p95Ms, walkIns.times.p95Ms];
  return [
    invariant("everybody is in, each once", `${inside} of ${expected}`, inside === expected),
    invariant(
      "of two doors with one code one says welcome",
      `${scans.welcomedOnce} of ${scans.pairs}`,
      scans.pairs > 0 && scans.welcomedOnce === scans.pairs,
    ),
    invariant(
      "the list names everybody",
      `${list.after.people} of ${expected}`,
      list.after.people === expected,
    ),
    speed("p95 from the code to the answer (B15)", "<= 1,000 ms", [`${scan} ms`, scan <= 1_000]),
    speed("p95 of a walk-in", "<= 1,000 ms", [`${walkIn} ms`, walkIn <= 1_000]),
  ];
}

/** `npm run bench:door -- --base URL [--out FILE] [--quick] [--size people=N]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, sizes, databaseUrl } = benchArguments();
  await expectApp(base);
  if (!databaseUrl) throw new Error("bench:door makes its event in the database: set DATABASE_URL");
  const door = await openDoor(databaseUrl, sizes.get("people") ?? (quick ? 80 : 2_000));
  try {
    const results = await measure(base, door, sizes.get("doors") ?? 4);
    const floors = { bareAnswers: await bareAnswers(quick ? 40 : 400) };
    const { rows } = await door.pool.query("select current_setting('server_version') as postgres");
    const versions = { postgres: String(rows[0]?.postgres) };
    const verdicts = verdictsOf(results, door, await door.inside());
    finish({ bench: "door", quick, machine: machine(versions), results, floors, verdicts }, out);
  } finally {
    await door.close();
  }
}

await main();
