import { dispose } from "@livekit/rtc-node";
import { z } from "zod";
import { benchArguments } from "../kit/arguments";
import { expectApp } from "../kit/browser";
import { openLiveEvent } from "../kit/live-event";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { bareAudience, openAudience } from "./audience";
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

function verdictsOf({ results, floors }: Awaited<ReturnType<typeof measure>>) {
  const { pairs, audience } = results;
  const isAll = pairs.together === pairs.people;
  const ratio = Math.round((pairs.connect.p95Ms / floors.pairs.connect.p95Ms) * 100) / 100;
  const p95 = Math.max(pairs.pass.p95Ms, audience.pass.p95Ms);
  const share = (audience.receivingAll / audience.viewers) * 100;
  return [
    invariant("two people in each bilateral room", `${pairs.together} of ${pairs.people}`, isAll),
    speed("viewers who receive every track", ">= 99 %", [`${share} %`, share >= 99]),
    speed("p95 of the doors until a token is there", "<= 500 ms", [`${p95} ms`, p95 <= 500]),
    speed("p95 of connecting to a bilateral room against bare rooms", "<= 1.3 x", [
      `${ratio} x`,
      ratio <= 1.3,
    ]),
  ];
}

/**
 * rtc-node drops some of its handles twice when many rooms close at once, and throws that from nowhere anybody could
 * catch it. The numbers are not touched by it, so it is counted; every other error ends the bench as usual.
 */
function countDroppedTwice(): () => number {
  let dropped = 0;
  process.on("uncaughtException", (error) => {
    if (!/drop an invalid handle/.test(error.message)) {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    }
    dropped += 1;
  });
  return () => dropped;
}

/** `npm run bench:rooms -- --base URL [--out FILE] [--quick]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, databaseUrl } = benchArguments();
  await expectApp(base);
  const droppedTwice = countDroppedTwice();
  const { results, floors } = await measure(base, databaseUrl, quick);
  const verdicts = verdictsOf({ results, floors });
  const all = { ...results, handlesDroppedTwice: droppedTwice() };
  finish({ bench: "rooms", quick, machine: machine(), results: all, floors, verdicts }, out);
  await dispose();
}

await main();
