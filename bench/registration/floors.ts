import { newId } from "@/lib/ids";
import { startBareServer } from "../kit/bare-server";
import { addressOf, openBrowser } from "../kit/browser";
import { crowd, timed } from "../kit/crowd";
import type { openDatabase } from "../kit/database";
import { rateOf, timesOf } from "../kit/statistics";

type BenchDatabase = ReturnType<typeof openDatabase>;
type Load = { people: number; concurrency: number };

/** The three requests of a registration against a server that does nothing: what the load generator itself costs. */
export async function bareRequests(load: Load, bytes: number) {
  const server = await startBareServer(bytes);
  const form = new URLSearchParams({ name: "Mess Person", email: "mess.person@example.org" });
  const { seconds, values, errors } = await crowd(load, async (person) => {
    const browser = openBrowser(server.base, addressOf(person));
    const { ms } = await timed(async () => {
      await browser.get("/");
      await browser.post("/", form);
      await browser.get("/");
    });
    browser.close();
    return ms;
  });
  await server.close();
  return { flowsPerSecond: rateOf(values.length, seconds), errors: errors.length, times: timesOf(values) };
}

/** The shortest transaction that keeps I1, without an application around it: lock the seats, insert, count. */
async function bareTransaction({ pool }: BenchDatabase, eventId: string, person: number) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query(
      "select confirmed < capacity as free, next_place from seat_plans where event_id = $1 for update",
      [eventId],
    );
    const [seat] = rows;
    await client.query(
      `insert into registrations (id, event_id, email, name, status, place) values ($1, $2, $3, 'Mess Person', $4, $5)`,
      [
        newId("registration"),
        eventId,
        `floor.${person}@example.org`,
        seat.free ? "confirmed" : "waiting",
        seat.next_place,
      ],
    );
    await client.query(
      `update seat_plans set next_place = next_place + 1, ${seat.free ? "confirmed = confirmed" : "waiting = waiting"} + 1
        where event_id = $1`,
      [eventId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

export async function bareTransactions(load: Load, database: BenchDatabase, capacity: number) {
  const event = await database.makeEvent(capacity);
  const { seconds, values, errors } = await crowd(load, async (person) => {
    const { ms } = await timed(() => bareTransaction(database, event.id, person));
    return ms;
  });
  return {
    transactionsPerSecond: rateOf(values.length, seconds),
    errors: errors.length,
    times: timesOf(values),
  };
}
