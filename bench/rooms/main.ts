import { cpus } from "node:os";
import { z } from "zod";
import { benchArguments } from "../kit/arguments";
import { expectApp } from "../kit/browser";
import { openLiveEvent } from "../kit/live-event";
import { machine } from "../kit/machine";
import type { Load } from "../kit/processes";
import { finish, invariant, speed } from "../kit/report";
import { bareAudience, openAudience } from "./audience";
import { runBots } from "./bot-process";
import { AS_BOTS } from "./fleet";
import { barePairs, openPairs } from "./pairs";

const folder = z.string({ error: "This bench needs the data folder of the stack: PLENUM_DATA" }).min(1);

async function measure(base: string, databaseUrl: string | undefined, quick: boolean) {
  const data = folder.parse(process.env.PLENUM_DATA);
  const [rooms, viewers] = quick ? [5, 10] : [60, 200];
  const first = await openLiveEvent(base, databaseUrl);
  const pairs = await openPairs(first, data, rooms);
  await first.close();
  const second = await openLiveEvent(base, databaseUrl);
  const audience = await openAudience(second, data, viewers);
  await second.close();
  return {
    results: { pairs, audience },
    floors: { pairs: await barePairs(data, rooms), audience: await bareAudience(data, viewers) },
  };
}

const percent = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;

const passes = (doors: [string, number][]) =>
  doors.map(([door, p95]) => speed(`p95 of the door ${door}`, "<= 500 ms", [`${p95} ms`, p95 <= 500]));

/** Who had the cores while people came: with none left over, times say more about the machine than about the product. */
function saturation({ results, floors }: Awaited<ReturnType<typeof measure>>) {
  const shareOf = ({ cores }: Load) => ({
    machineBusy: percent(cores.machine, cpus().length),
    byBots: percent(cores.bench, cpus().length),
    byPlenum: percent(cores.app + cores.postgres, cpus().length),
    byLivekit: percent(cores.livekit, cpus().length),
    byOthers: percent(cores.others, cpus().length),
  });
  return {
    unit: "% of all cores while people come",
    pairs: shareOf(results.pairs.whileOpening),
    barePairs: shareOf(floors.pairs.whileOpening),
    audience: shareOf(results.audience.whileComing),
    bareAudience: shareOf(floors.audience.whileComing),
  };
}

function verdictsOf({ results, floors }: Awaited<ReturnType<typeof measure>>) {
  const { pairs, audience } = results;
  const isAll = pairs.together === pairs.people;
  const ratio = Math.round((pairs.connect.p95Ms / floors.pairs.connect.p95Ms) * 100) / 100;
  const inside = percent(audience.joined, audience.viewers);
  const share = percent(audience.receivingAll, audience.viewers);
  return [
    invariant("two people in each bilateral room", `${pairs.together} of ${pairs.people}`, isAll),
    speed("viewers who receive every track", ">= 99 %", [`${share} %`, share >= 99]),
    speed("viewers whose bots got in", ">= 99 %", [`${inside} %`, inside >= 99]),
    ...passes([
      ["to a bilateral room (where-am-i)", pairs.pass.p95Ms],
      ["to the audience (join)", audience.pass.p95Ms],
    ]),
    speed("p95 of connecting to a bilateral room against bare rooms", "<= 1.3 x", [
      `${ratio} x`,
      ratio <= 1.3,
    ]),
  ];
}

/** `npm run bench:rooms -- --base URL [--out FILE] [--quick]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, databaseUrl } = benchArguments();
  await expectApp(base);
  const measured = await measure(base, databaseUrl, quick);
  const results = { ...measured.results, saturation: saturation(measured) };
  const { floors } = measured;
  const verdicts = verdictsOf(measured);
  finish({ bench: "rooms", quick, machine: machine(), results, floors, verdicts }, out);
}

if (process.argv.includes(AS_BOTS)) runBots();
else await main();
