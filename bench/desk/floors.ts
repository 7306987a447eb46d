import { startBareServer } from "../kit/bare-server";
import { addressOf, openBrowser } from "../kit/browser";
import { timed } from "../kit/crowd";
import { timesOf } from "../kit/statistics";
import type { Lists, LongList } from "./list";

async function timesFor(rounds: number, work: () => Promise<unknown>) {
  const durations: number[] = [];
  for (let round = 0; round < rounds; round++) durations.push((await timed(work)).ms);
  return timesOf(durations);
}

/** As many bytes from a server that does nothing: what sending and reading them costs. */
export async function bareAnswers(bytes: number, rounds: number) {
  const server = await startBareServer(bytes);
  const browser = openBrowser(server.base, addressOf(0));
  const times = await timesFor(rounds, () => browser.get("/"));
  browser.close();
  await server.close();
  return times;
}

const FOUND = `
  event_id = $1 and status = 'confirmed' and strpos(lower(name || ' ' || organisation || ' ' || email), 'muster') > 0`;

/** The shortest statements that give the same rows, without an application around them. */
export async function bareQueries({ pool }: Lists, { id }: LongList, rounds: number) {
  const timesOfQueries = (...texts: string[]) =>
    timesFor(rounds, async () => {
      for (const text of texts) await pool.query(text, [id]);
    });
  const count = "select count(*) from registrations where";
  const page = "select * from registrations where";
  return {
    firstPage: await timesOfQueries(
      `${count} event_id = $1`,
      `${page} event_id = $1 order by created_at desc, id desc limit 50`,
    ),
    search: await timesOfQueries(`${count} ${FOUND}`, `${page} ${FOUND} order by lower(name), id limit 50`),
    everybody: await timesOfQueries(`${page} event_id = $1 order by place`),
  };
}
