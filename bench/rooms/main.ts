import { cpus } from "node:os";
import { z } from "zod";
import { type BenchArguments, benchArguments } from "../kit/arguments";
import { expectApp } from "../kit/browser";
import { type LiveEvent, openLiveEvent } from "../kit/live-event";
import { machine } from "../kit/machine";
import { tellProgress, withinSeconds } from "../kit/phase";
import type { Load } from "../kit/processes";
import { finish, invariant, speed } from "../kit/report";
import { bareAudience, openAudience } from "./audience";
import { runBots } from "./bot-process";
import { AS_BOTS, endBots } from "./fleet";
import { barePairs, openPairs } from "./pairs";

const folder = z.string({ error: "This bench needs the data folder of the stack: PLENUM_DATA" }).min(1);

type Pairs = Awaited<ReturnType<typeof barePairs>>;
type Audience = Awaited<ReturnType<typeof bareAudience>>;
/** What a part gave, or why it gave nothing: the others are reported all the same. */
type Part<Value> = { gave: Value } | { failed: string };
type Measured = {
  pairs: Part<Pairs>;
  audience: Part<Audience>;
  barePairs: Part<Pairs>;
  bareAudience: Part<Audience>;
};

/** No part takes longer than this, whatever hangs in it. */
const PART_SECONDS = 300;

async function part<Value>(name: string, work: () => Promise<Value>): Promise<Part<Value>> {
  try {
    return { gave: await withinSeconds({ name, seconds: PART_SECONDS }, work) };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    tellProgress(`${name} failed: ${failed}`);
    return { failed };
  } finally {
    endBots();
  }
}

async function measure({ base, databaseUrl, quick, sizes }: BenchArguments): Promise<Measured> {
  const data = folder.parse(process.env.PLENUM_DATA);
  const rooms = sizes.get("rooms") ?? (quick ? 5 : 60);
  const viewers = sizes.get("viewers") ?? (quick ? 10 : 200);
  const inEvent = async <Value>(work: (event: LiveEvent) => Promise<Value>) => {
    const event = await openLiveEvent(base, databaseUrl);
    try {
      return await work(event);
    } finally {
      await event.close();
    }
  };
  return {
    pairs: await part("pairs", () => inEvent((event) => openPairs(event, data, rooms))),
    audience: await part("audience", () => inEvent((event) => openAudience(event, data, viewers))),
    barePairs: await part("bare pairs", () => barePairs(data, rooms)),
    bareAudience: await part("bare audience", () => bareAudience(data, viewers)),
  };
}

const percent = (share: number, whole: number) => Math.round((share / whole) * 1000) / 10;

const door = (name: string, p95: number) =>
  speed(`p95 of the door ${name}`, "<= 500 ms", [`${p95} ms`, p95 <= 500]);

/** From here on a machine has nothing left over, and times say more about it than about the product. */
const SATURATED = 95;

/** Who had the cores, in percent of all of them. */
function shareOf({ cores }: Load) {
  const of = (used: number) => percent(used, cpus().length);
  const machineBusy = of(cores.machine);
  return {
    machineBusy,
    isSaturated: machineBusy >= SATURATED,
    byBots: of(cores.bots),
    byLivekit: of(cores.livekit),
    byApp: of(cores.app),
    byWorker: of(cores.worker),
    byPostgres: of(cores.postgres),
    byBench: of(cores.bench),
    byOthers: of(cores.others),
  };
}

const whileIn = <Value, Shown>(one: Part<Value>, show: (value: Value) => Shown) =>
  "gave" in one ? show(one.gave) : one;

function saturation({ pairs, audience, barePairs, bareAudience }: Measured) {
  const ofPairs = ({ whileOpening, whileTalking }: Pairs) => ({
    coming: shareOf(whileOpening),
    talking: shareOf(whileTalking),
  });
  const ofAudience = ({ whileComing, load }: Audience) => ({
    coming: shareOf(whileComing),
    watching: shareOf(load),
  });
  return {
    unit: "% of all cores",
    pairs: whileIn(pairs, ofPairs),
    barePairs: whileIn(barePairs, ofPairs),
    audience: whileIn(audience, ofAudience),
    bareAudience: whileIn(bareAudience, ofAudience),
  };
}

const pairsVerdicts = ({ people, together, pass }: Pairs) => [
  invariant("two people in each bilateral room", `${together} of ${people}`, together === people),
  door("to a bilateral room (where-am-i)", pass.p95Ms),
];

function audienceVerdicts({ joined, receivers, receivingAll, toldOfAll, viewers, pass }: Audience) {
  const inside = percent(joined, viewers);
  const complete = percent(receivingAll + toldOfAll, viewers);
  const shown = `${complete} % (${receivingAll} of ${receivers} receive all, ${toldOfAll} are told of all)`;
  return [
    speed("viewers who have every track", ">= 99 %", [shown, complete >= 99]),
    speed("viewers whose bots got in", ">= 99 %", [`${inside} %`, inside >= 99]),
    door("to the audience (join)", pass.p95Ms),
  ];
}

function ratioVerdict(pairs: Pairs, bare: Pairs) {
  const ratio = Math.round((pairs.connect.p95Ms / bare.connect.p95Ms) * 100) / 100;
  const measured: [string, boolean] = [`${ratio} x`, ratio <= 1.3];
  return speed("p95 of connecting to a bilateral room against bare rooms", "<= 1.3 x", measured);
}

function verdictsOf(measured: Measured) {
  const { pairs, audience, barePairs } = measured;
  const broken = Object.entries(measured).flatMap(([name, one]) =>
    "failed" in one ? [invariant(`${name} came to its end`, one.failed, false)] : [],
  );
  return [
    ...broken,
    ...("gave" in pairs ? pairsVerdicts(pairs.gave) : []),
    ...("gave" in audience ? audienceVerdicts(audience.gave) : []),
    ...("gave" in pairs && "gave" in barePairs ? [ratioVerdict(pairs.gave, barePairs.gave)] : []),
  ];
}

/** `npm run bench:rooms -- --base URL [--out FILE] [--quick] [--size rooms=10]`; see README.md beside this file. */
async function main() {
  const words = benchArguments();
  await expectApp(words.base);
  const measured = await measure(words);
  const shown = <Value>(one: Part<Value>) => whileIn(one, (value) => value);
  const { pairs, audience } = measured;
  finish(
    {
      bench: "rooms",
      quick: words.quick,
      machine: machine(),
      results: { pairs: shown(pairs), audience: shown(audience), saturation: saturation(measured) },
      floors: { pairs: shown(measured.barePairs), audience: shown(measured.bareAudience) },
      verdicts: verdictsOf(measured),
    },
    words.out,
  );
  // What a deadline has left unfinished must not keep this program alive.
  process.exit();
}

if (process.argv.includes(AS_BOTS)) runBots();
else await main();
