import { benchArguments } from "../kit/arguments";
import { startBareServer } from "../kit/bare-server";
import { expectApp, openBrowser } from "../kit/browser";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { startBareNext } from "./bare-next";
import { pageLoads } from "./load";
import { paintOf } from "./paint";
import { type Weight, weightOf } from "./weight";

/** The first event that the calendar links to. */
async function someEvent(base: string): Promise<string> {
  const browser = openBrowser(base, "10.0.0.1");
  const { body } = await browser.get("/events");
  browser.close();
  const path = /href="(\/e\/[a-z0-9-]+)"/.exec(body)?.[1];
  if (!path) throw new Error("the calendar links to no event: is the demo data there?");
  return path;
}

type Size = { seconds: number; paints: number };

async function measure(base: string, { seconds, paints }: Size) {
  const path = await someEvent(base);
  return {
    event: {
      path,
      paint: await paintOf(base, path, paints),
      ...(await pageLoads(base, path, seconds)),
      weight: await weightOf(base, path),
      gzipped: await weightOf(base, path, "gzip"),
    },
    calendar: {
      path: "/events",
      ...(await pageLoads(base, "/events", seconds)),
      weight: await weightOf(base, "/events"),
    },
  };
}
type Results = Awaited<ReturnType<typeof measure>>;

async function nodeFloor(weight: Weight, seconds: number) {
  const server = await startBareServer(weight.html);
  const loads = await pageLoads(server.base, "/", seconds);
  await server.close();
  return loads;
}

async function nextFloor({ seconds, paints }: Size) {
  const app = await startBareNext();
  try {
    return {
      paint: await paintOf(app.base, "/", paints),
      ...(await pageLoads(app.base, "/", seconds)),
      weight: await weightOf(app.base, "/", "gzip"),
    };
  } finally {
    await app.close();
  }
}

function verdictsOf({ event, calendar }: Results, bareJs: number | undefined) {
  const runs = [event.one, event.ten, event.fifty, calendar.one, calendar.ten, calendar.fifty];
  const errors = runs.reduce((sum, run) => sum + Object.values(run.errors).reduce((a, b) => a + b, 0), 0);
  const { requestsPerSecond: rate, times } = event.ten;
  const kb = Math.round(event.weight.total / 1000);
  const ratio = bareJs === undefined ? undefined : Math.round((event.gzipped.js / bareJs) * 100) / 100;
  return [
    invariant("every request is answered with the page", `${errors} errors`, errors === 0),
    speed("event page at concurrency 10", ">= 500/s", [`${rate}/s`, rate >= 500]),
    speed("p95 of the event page at concurrency 10", "<= 60 ms", [`${times.p95Ms} ms`, times.p95Ms <= 60]),
    speed("first view of the event page", "<= 350 kB", [`${kb} kB`, kb <= 350]),
    speed("largest paint of the event page, CPU four times slower, median", "<= 2,000 ms", [
      `${event.paint.p50Ms} ms`,
      event.paint.p50Ms <= 2_000,
    ]),
    ...(ratio === undefined
      ? []
      : [
          speed("JavaScript against a bare Next page with one form", "<= 1.25 x", [
            `${ratio} x`,
            ratio <= 1.25,
          ]),
        ]),
  ];
}

/** `npm run bench:pages -- --base URL [--out FILE] [--quick]`; see README.md beside this file. */
async function main() {
  const { base, out, quick } = benchArguments();
  await expectApp(base);
  const size = quick ? { seconds: 1, paints: 1 } : { seconds: 10, paints: 9 };
  const results = await measure(base, size);
  const bareNext = quick ? undefined : await nextFloor(size);
  const floors = { bareNode: await nodeFloor(results.event.weight, size.seconds), bareNext };
  const verdicts = verdictsOf(results, bareNext?.weight.js);
  finish({ bench: "pages", quick, machine: machine(), results, floors, verdicts }, out);
}

await main();
