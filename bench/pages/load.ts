import { addressOf, type Browser, openBrowser } from "../kit/browser";
import { steadily, tally, timed } from "../kit/crowd";
import { rateOf, timesOf } from "../kit/statistics";

const COMPRESSED = { "accept-encoding": "br, gzip" };

async function load(browser: Browser | undefined, path: string): Promise<number> {
  if (!browser) throw new Error("no browser in this lane");
  const { value: reply, ms } = await timed(() => browser.get(path, COMPRESSED));
  if (reply.status !== 200) throw new Error(`answered ${reply.status}`);
  return ms;
}

/** One page asked for again and again over open connections: rate and times at one concurrency. */
export async function pageLoad(base: string, path: string, run: { concurrency: number; seconds: number }) {
  const browsers = Array.from({ length: run.concurrency }, (_, lane) => openBrowser(base, addressOf(lane)));
  const { seconds, values, errors } = await steadily(run, (lane) => load(browsers[lane], path));
  for (const browser of browsers) browser.close();
  return {
    concurrency: run.concurrency,
    requestsPerSecond: rateOf(values.length, seconds),
    times: timesOf(values),
    errors: tally(errors),
  };
}

/** The same at one, ten and fifty people at a time, after a short warm-up. */
export async function pageLoads(base: string, path: string, seconds: number) {
  await pageLoad(base, path, { concurrency: 10, seconds: Math.min(1, seconds) });
  const at = (concurrency: number) => pageLoad(base, path, { concurrency, seconds });
  return { one: await at(1), ten: await at(10), fifty: await at(50) };
}
