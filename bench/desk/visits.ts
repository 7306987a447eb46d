import { addressOf, type Browser, openBrowser, type Reply } from "../kit/browser";
import { timed } from "../kit/crowd";
import { timesOf } from "../kit/statistics";
import { type LongList, NETWORK } from "./list";

/** The demo's organizer at the desk. */
export async function openDesk(base: string): Promise<Browser> {
  const browser = openBrowser(base, addressOf(0));
  const { status } = await browser.post("/api/dev/sign-in", new URLSearchParams({ persona: "organizer" }));
  if (status !== 303) throw new Error("the demo's organizer can't sign in: is this a demo?");
  return browser;
}

const COMPRESSED = { "accept-encoding": "identity" };

function expectPage(reply: Reply, what: string): Reply {
  if (reply.status !== 200) throw new Error(`${what} answered ${reply.status}`);
  return reply;
}

/** How many people the page says there are of the choice. */
function peopleIn({ body }: Reply): number {
  const [, number] = /[\d.]+–[\d.]+ von ([\d.]+)/.exec(body) ?? [];
  if (number === undefined) throw new Error("the page does not say how many people there are");
  return Number(number.replaceAll(".", ""));
}

export type Answers = { times: ReturnType<typeof timesOf>; bytes: number; people: number[] };

const WARM = 5;

/** The list of an event asked for again and again, each time with the next of these queries. */
export async function listPages(
  browser: Browser,
  list: LongList,
  { queries, rounds }: { queries: readonly string[]; rounds: number },
): Promise<Answers> {
  const durations: number[] = [];
  const people: number[] = [];
  let bytes = 0;
  for (let round = -WARM; round < rounds; round++) {
    const query = queries[(round + WARM) % queries.length] ?? "";
    const path = `/o/${NETWORK}/e/${list.slug}/people${query}`;
    const { value, ms } = await timed(() => browser.get(path, COMPRESSED));
    const reply = expectPage(value, path);
    if (round < 0) continue;
    durations.push(ms);
    people.push(peopleIn(reply));
    bytes = Math.max(bytes, reply.bytes);
  }
  return { times: timesOf(durations), bytes, people };
}

/** The whole list as a file for Excel; `people` is how many rows each file had. */
export async function listFiles(browser: Browser, list: LongList, rounds: number): Promise<Answers> {
  const form = new URLSearchParams({ format: "excel", locale: "de", back: "/o" });
  const durations: number[] = [];
  const people: number[] = [];
  let bytes = 0;
  for (let round = -1; round < rounds; round++) {
    const { value, ms } = await timed(() => browser.post(`/api/events/${list.id}/export`, form));
    const reply = expectPage(value, "the export");
    if (round < 0) continue;
    durations.push(ms);
    // A head before, and nothing after the last line end.
    people.push(reply.body.split("\r\n").length - 2);
    bytes = Math.max(bytes, reply.bytes);
  }
  return { times: timesOf(durations), bytes, people };
}
