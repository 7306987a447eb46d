import { addressOf, type Browser, openBrowser, type Reply } from "../kit/browser";
import { timed } from "../kit/crowd";
import { withinSeconds } from "../kit/phase";
import { timesOf } from "../kit/statistics";

/** The cached page, the page that is made for each visitor, one of its filters, and the calendar to subscribe to. */
export const PATHS = {
  calendar: "/events",
  asked: "/events/find?page=1",
  filtered: "/events/find?topic=sensorik&language=en",
  searched: "/events/find?q=warme+licht",
  feed: "/events.ics",
} as const;
export type Visited = keyof typeof PATHS;

const COMPRESSED = { "accept-encoding": "br, gzip" };

async function load(browser: Browser, path: string, headers: Record<string, string>): Promise<Reply> {
  const reply = await browser.get(path, headers);
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
  return reply;
}

/** How many events are ahead, as the page says it. */
function aheadIn({ body }: Reply): number {
  const [, number] = /[\d.]+ von ([\d.]+) Terminen/.exec(body) ?? [];
  if (number === undefined) throw new Error("the calendar does not say how many events there are");
  return Number(number.replaceAll(".", ""));
}

const entriesIn = ({ body }: Reply): number => body.split("BEGIN:VEVENT").length - 1;

/** As many events as the page may say there are and the feed may hold. */
const FEED_HOLDS = 300;

/** Waits until page and feed of every process know of so many events. */
export async function expectKnown(base: string, count: number): Promise<void> {
  await withinSeconds({ name: `page and feed know ${count} events`, seconds: 90 }, async () => {
    for (let again = 0; again < 8; ) {
      const browser = openBrowser(base, addressOf(again));
      const page = await load(browser, PATHS.calendar, {});
      const feed = await load(browser, PATHS.feed, {});
      browser.close();
      const knows = aheadIn(page) === count && entriesIn(feed) >= Math.min(count, FEED_HOLDS);
      again = knows ? again + 1 : 0;
      if (!knows) await new Promise((wait) => setTimeout(wait, 250));
    }
  });
}

const WARM = 5;

/** One path again and again over one open connection. */
export async function visits(base: string, name: Visited, rounds: number) {
  const browser = openBrowser(base, addressOf(rounds));
  const durations: number[] = [];
  let bytes = 0;
  for (let round = -WARM; round < rounds; round++) {
    const { value, ms } = await timed(() => load(browser, PATHS[name], COMPRESSED));
    if (round < 0) continue;
    durations.push(ms);
    bytes = value.bytes;
  }
  browser.close();
  return { times: timesOf(durations), bytes };
}

/** The first answers after something has changed: what renewing the cached page and feed takes. */
export async function renewals(base: string, renew: () => Promise<void>, rounds: number) {
  const durations = { calendar: [] as number[], feed: [] as number[] };
  const browser = openBrowser(base, addressOf(1));
  for (let round = 0; round < rounds; round++) {
    for (const name of ["calendar", "feed"] as const) {
      await renew();
      durations[name].push((await timed(() => load(browser, PATHS[name], COMPRESSED))).ms);
    }
  }
  browser.close();
  return { calendar: timesOf(durations.calendar), feed: timesOf(durations.feed) };
}
