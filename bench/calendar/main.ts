import { bareAnswers } from "../desk/floors";
import { benchArguments } from "../kit/arguments";
import { expectApp } from "../kit/browser";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { openCalendar } from "./events";
import { expectKnown, PATHS, renewals, type Visited, visits } from "./visits";

type Calendar = ReturnType<typeof openCalendar>;
const NAMES: readonly Visited[] = ["calendar", "asked", "filtered", "searched", "feed"];

async function measure(
  base: string,
  calendar: Calendar,
  { count, rounds }: { count: number; rounds: number },
) {
  const events = await calendar.fillTo(count);
  await expectKnown(base, events);
  const results = new Map<Visited, Awaited<ReturnType<typeof visits>>>();
  for (const name of NAMES) results.set(name, await visits(base, name, rounds));
  return { events, results, renewed: await renewals(base, calendar.renew, Math.ceil(rounds / 10)) };
}
type Measured = Awaited<ReturnType<typeof measure>>;

const medianOf = ({ results }: Measured, name: Visited): number =>
  results.get(name)?.times.p50Ms ?? Number.NaN;

/** What only grows with the calendar is shown beside; the calendar page and the feed are judged. */
function verdictsOf(few: Measured, many: Measured) {
  const ratio = (name: Visited) => Math.round((medianOf(many, name) / medianOf(few, name)) * 100) / 100;
  const judged = [
    ["calendar", "calendar page"],
    ["asked", "calendar page made for each visitor"],
    ["feed", "feed"],
  ] as const;
  return [
    invariant(
      "both calendars are as long as wanted",
      `${few.events} and ${many.events}`,
      many.events > few.events,
    ),
    ...judged.map(([name, what]) =>
      speed(`${what} with ${many.events} events against ${few.events}`, "<= 1.5 x", [
        `${ratio(name)} x (${medianOf(many, name)} to ${medianOf(few, name)} ms)`,
        ratio(name) <= 1.5,
      ]),
    ),
  ];
}

const shown = ({ events, results, renewed }: Measured) => ({
  events,
  ...Object.fromEntries([...results].map(([name, result]) => [name, { path: PATHS[name], ...result }])),
  renewed,
});

/** `npm run bench:calendar -- --base URL [--out FILE] [--quick] [--size events=N]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, sizes, databaseUrl } = benchArguments();
  await expectApp(base);
  if (!databaseUrl) throw new Error("bench:calendar makes its events in the database: set DATABASE_URL");
  const calendar = openCalendar(databaseUrl);
  const rounds = quick ? 10 : 200;
  try {
    const few = await measure(base, calendar, { count: 50, rounds });
    const count = sizes.get("events") ?? (quick ? 400 : 5_000);
    const many = await measure(base, calendar, { count, rounds });
    const floors = {
      barePage: await bareAnswers(many.results.get("calendar")?.bytes ?? 0, rounds),
      bareFeed: await bareAnswers(many.results.get("feed")?.bytes ?? 0, rounds),
    };
    const about = machine({ postgres: await calendar.postgres() });
    const results = { few: shown(few), many: shown(many) };
    finish(
      { bench: "calendar", quick, machine: about, results, floors, verdicts: verdictsOf(few, many) },
      out,
    );
  } finally {
    await calendar.close();
  }
}

await main();
