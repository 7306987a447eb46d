import { benchArguments } from "../kit/arguments";
import { expectApp } from "../kit/browser";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { bareAnswers, bareQueries } from "./floors";
import { type Lists, type LongList, openLists } from "./list";
import { listFiles, listPages, openDesk } from "./visits";

type Lengths = { long: LongList; short: LongList; rounds: number };

/** Every search finds another part of the list, by another order, so that nothing can be remembered. */
const SEARCHES = [
  "?q=muster&status=confirmed&sort=name",
  "?q=werk+änderer&status=confirmed&sort=organisation&dir=desc",
  "?q=example.org+ben&status=waiting",
  "?tag=Presse&q=gesa&sort=email",
  "?status=unproven&q=nordhof&sort=name&dir=desc",
];

async function measure(base: string, { long, short, rounds }: Lengths) {
  const desk = await openDesk(base);
  const first = { queries: [""], rounds };
  const results = {
    firstPage: await listPages(desk, long, first),
    firstPageOfFew: await listPages(desk, short, first),
    search: await listPages(desk, long, { queries: SEARCHES, rounds }),
    lastPage: await listPages(desk, long, { queries: [`?page=${Math.ceil(long.count / 50)}`], rounds }),
    csv: await listFiles(desk, long, Math.ceil(rounds / 4)),
  };
  desk.close();
  return results;
}
type Results = Awaited<ReturnType<typeof measure>>;

async function measureFloors(lists: Lists, { long, rounds }: Lengths, { firstPage, csv }: Results) {
  return {
    bareQueries: await bareQueries(lists, long, rounds),
    bareFirstPage: await bareAnswers(firstPage.bytes, rounds),
    bareCsv: await bareAnswers(csv.bytes, Math.ceil(rounds / 4)),
  };
}

function verdictsOf({ firstPage, search, csv }: Results, { long }: Lengths) {
  const whole = [...firstPage.people, ...csv.people];
  const found = search.people;
  const [page, filtered, file] = [firstPage.times.p95Ms, search.times.p95Ms, csv.times.p95Ms];
  return [
    invariant(
      "page and file know everybody",
      `${Math.min(...whole)} to ${Math.max(...whole)} of ${long.count}`,
      whole.every((people) => people === long.count),
    ),
    invariant(
      "every search finds some and not all",
      `${Math.min(...found)} to ${Math.max(...found)}`,
      found.every((people) => people > 0 && people < long.count),
    ),
    speed("p95 of the first page", "<= 150 ms", [`${page} ms`, page <= 150]),
    speed("p95 of a filtered search", "<= 150 ms", [`${filtered} ms`, filtered <= 150]),
    speed("p95 of all as CSV", "<= 3,000 ms", [`${file} ms`, file <= 3_000]),
  ];
}

/** `npm run bench:desk -- --base URL [--out FILE] [--quick] [--size people=N]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, sizes, databaseUrl } = benchArguments();
  await expectApp(base);
  if (!databaseUrl) throw new Error("bench:desk makes its lists in the database: set DATABASE_URL");
  const lists = openLists(databaseUrl);
  try {
    const lengths = {
      long: await lists.makeList(sizes.get("people") ?? (quick ? 1_000 : 10_000)),
      short: await lists.makeList(100),
      rounds: quick ? 8 : 80,
    };
    await lists.analyze();
    const results = await measure(base, lengths);
    const floors = await measureFloors(lists, lengths, results);
    const { rows } = await lists.pool.query("select current_setting('server_version') as postgres");
    const versions = { postgres: String(rows[0]?.postgres) };
    const verdicts = verdictsOf(results, lengths);
    finish({ bench: "desk", quick, machine: machine(versions), results, floors, verdicts }, out);
  } finally {
    await lists.close();
  }
}

await main();
