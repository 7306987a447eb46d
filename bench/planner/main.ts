import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { machine } from "../kit/machine";
import { finish, invariant, speed, type Verdict } from "../kit/report";
import { type Part, parts, planAgain, planEvent, promised } from "./large";
import { firstComeOf, type Solved, solveFolder, solveVariants } from "./published";

const PUBLISHED = "../shared/data/b2b";
/** Of the 20 published instances, and the seconds of the paper's best method. */
const PUBLISHED_BREAKS = 36;
const TARGET_SECONDS = 200;
const FIRST_PLAN_SECONDS = 2;
const REPLAN_SECONDS = 0.5;

const versionOf = (name: string) =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"))).version;

function options() {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      instances: { type: "string" },
      only: { type: "string" },
      out: { type: "string" },
    },
  });
  return values;
}

function verdictsOfPublished(solved: readonly Solved[], seconds: number): Verdict[] {
  const sum = solved.reduce((total, { breaks }) => total + breaks, 0);
  const proven = solved.filter(({ verdict }) => verdict === "optimal").length;
  const slowest = Math.max(...solved.map(({ fullSeconds }) => fullSeconds ?? Number.POSITIVE_INFINITY));
  const wrong = solved.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));
  return [
    invariant(
      "published: schedules hold when counted again",
      wrong.join("; ") || "no fault",
      wrong.length === 0,
    ),
    speed("published: all placed, fewest breaks, proven", `${PUBLISHED_BREAKS} breaks, all proven`, [
      `${sum} breaks, ${proven} of ${solved.length} proven`,
      sum === PUBLISHED_BREAKS && proven === solved.length,
    ]),
    speed("published: all together", `<= ${TARGET_SECONDS} s`, [`${seconds} s`, seconds <= TARGET_SECONDS]),
    speed("published: slowest first full plan", `<= ${FIRST_PLAN_SECONDS} s`, [
      `${slowest} s`,
      slowest <= FIRST_PLAN_SECONDS,
    ]),
  ];
}

async function published(folder: string) {
  if (!existsSync(folder)) {
    process.stderr.write(
      `skipped: there are no instances at ${folder}; name their folder with --instances DIR\n`,
    );
    return undefined;
  }
  const { files, solved, unreadable, seconds } = await solveFolder(folder);
  const variants = await solveVariants(files, solved);
  const wrong = variants.filter(({ isRight, faults }) => !isRight || faults.length > 0);
  const bad = [...unreadable, ...solved.filter(({ verdict }) => verdict === "invalid")];
  const verdicts = [
    ...verdictsOfPublished(solved, seconds),
    invariant(
      "published: every file can be read",
      bad.map(({ name }) => name).join(", ") || "all",
      bad.length === 0,
    ),
    invariant(
      "variants: what can be placed is, what cannot is said so",
      `${variants.length - wrong.length} of ${variants.length}`,
      wrong.length === 0,
    ),
  ];
  const shown = solved.map(({ schedule: _, ...rest }) => rest);
  return { results: { seconds, solved: shown, variants }, floors: firstComeOf(files), verdicts };
}

type Found = Awaited<ReturnType<typeof planEvent>>["found"];

/** B13 in `shared/experience.md`: 500 people × 20 slots × 1,500 wishes. */
function verdictsOfB13({ secondsToFirst, secondsToPromised, conflicts }: Found): Verdict[] {
  const { first, share, within } = promised;
  const isBy = (seconds: number | undefined, most: number) => seconds !== undefined && seconds <= most;
  return [
    speed("B13: first plan", `<= ${first} s`, [`${secondsToFirst} s`, isBy(secondsToFirst, first)]),
    speed(`B13: >= ${share * 100} % of the proven bound`, `<= ${within} s`, [
      `${secondsToPromised} s`,
      isBy(secondsToPromised, within),
    ]),
    invariant("B13: conflicts", `${conflicts}`, conflicts === 0),
  ];
}

function verdictsOfEvent({ name, share, target, seconds }: Part, found: Found): Verdict[] {
  const isReached = found.share >= share && (found.secondsToShare ?? Number.POSITIVE_INFINITY) <= target;
  return [
    speed(name, `>= ${share * 100} % of the bound in <= ${target} s`, [
      `${found.percentOfBound} %, the target after ${found.secondsToShare} s`,
      isReached,
    ]),
    speed(`${name}: proving the bound, of the seconds of the plan`, `<= ${seconds / 2} s`, [
      `${found.provingSeconds} s, known after ${found.secondsToBound} s`,
      found.provingSeconds <= seconds / 2,
    ]),
    speed(`${name}: memory`, "<= 1,024 MB", [`${found.peakMb} MB`, found.peakMb <= 1024]),
    invariant(
      `${name}: plan, goals and reasons hold`,
      found.faults.join("; ") || "no fault",
      found.faults.length === 0,
    ),
  ];
}

function verdictsOfAgain(again: Awaited<ReturnType<typeof planAgain>>): Verdict[] {
  const { seconds, confirmed, confirmedMoved, faults } = again;
  return [
    speed("planned again after 30 cancellations", "<= 1 s", [`${seconds} s`, seconds <= 1]),
    invariant("no confirmed talk moved", `${confirmedMoved} of ${confirmed}`, confirmedMoved === 0),
    invariant("planned again: plan and reasons hold", faults.join("; ") || "no fault", faults.length === 0),
  ];
}

/** All events, or those with this text in their names. */
async function events(text: string) {
  const verdicts: Verdict[] = [];
  const results: Record<string, unknown> = {};
  for (const part of parts.filter(({ name }) => name.includes(text))) {
    const { problem, placement, found } = await planEvent(part);
    results[part.name] = found;
    verdicts.push(...verdictsOfEvent(part, found));
    if (part !== parts[0]) continue;
    const again = await planAgain(problem, placement, REPLAN_SECONDS);
    results["30 cancellations"] = again;
    verdicts.push(...verdictsOfB13(found), ...verdictsOfAgain(again));
  }
  return { results, verdicts };
}

/** `--instances DIR --out FILE`: only that folder, with each schedule. A plan that does not hold ends with 1. */
async function folderInto(folder: string, out: string): Promise<void> {
  const write = (all: readonly Solved[]) => writeFileSync(out, `${JSON.stringify(all, null, 2)}\n`);
  const { solved, unreadable } = await solveFolder(folder, write);
  write([...solved, ...unreadable]);
  if (solved.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

/** `npm run bench:planner [-- --only PART] [--instances DIR] [--out FILE]`; see README.md beside this file. */
async function main() {
  const { instances, only, out } = options();
  if (out && instances) return folderInto(instances, out);
  const isPublished = only === undefined || only === "published";
  const one = isPublished ? await published(instances ?? PUBLISHED) : undefined;
  const other = only === "published" ? undefined : await events(only === "events" ? "" : (only ?? ""));
  finish(
    {
      bench: "planner",
      quick: false,
      machine: machine({ highs: versionOf("highs"), "z3-solver": versionOf("z3-solver") }),
      results: { published: one?.results, events: other?.results },
      floors: { firstCome: one?.floors },
      verdicts: [...(one?.verdicts ?? []), ...(other?.verdicts ?? [])],
    },
    out,
  );
}

await main();
