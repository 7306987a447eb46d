import { randomBytes } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { newId } from "@/lib/ids";
import type { BenchEvent, Counts, Ground } from "./ground";

/** How long everybody's mails may take to be written, in milliseconds. */
const MAILS_WITHIN_MS = 120_000;

const number = z.coerce.number();
const countsRow = z.object({
  confirmed: number,
  waiting: number,
  rows: number,
  plan: z.object({ confirmed: number, waiting: number }),
});

/** Waits until the worker has told everything, so that no race begins with the mails of the one before. */
async function everythingTold(pool: pg.Pool): Promise<void> {
  const until = performance.now() + MAILS_WITHIN_MS;
  while (performance.now() < until) {
    const { rowCount } = await pool.query("select 1 from outbox where dispatched_at is null limit 1");
    if (rowCount === 0) return;
    await new Promise((again) => setTimeout(again, 250));
  }
  throw new Error("the worker did not write all mails in time");
}

/** Puts two questions on the form, the second because of the answer to the first; gives what to answer, by field. */
async function ask(pool: pg.Pool, eventId: string): Promise<Record<string, string>> {
  const [place, food] = [newId("question"), newId("question")];
  const option = (id: string) => ({ id, de: id, en: id });
  const questions = [
    { id: place, kind: "choice", options: [option("site"), option("online")], showIf: [] },
    { id: food, kind: "text", options: [], showIf: [{ questionId: place, answer: "site" }] },
  ];
  const words = { de: "Frage", en: "Question" };
  const limits = { min: null, max: null, from: null, to: null };
  const rest = { label: words, help: words, purpose: words, required: true, sensitive: false, limits };
  for (const [position, { id, ...asked }] of questions.entries())
    await pool.query(
      "insert into form_questions (id, event_id, position, definition) values ($1, $2, $3, $4::jsonb)",
      [id, eventId, position, JSON.stringify({ ...asked, ...rest })],
    );
  return { [`q.${place}`]: "site", [`q.${food}`]: "alles" };
}

const PEOPLE = `
  insert into registrations (id, event_id, email, name, status, place, created_at, confirmed_at)
  select 'reg_' || left(md5($1::text || n), 24), $1::text, 'voll.' || n || '@example.org', 'Voll ' || n,
         case when n * 2 <= $2::int + 1 then 'confirmed' else 'waiting' end, n, now() - n * interval '1 second',
         case when n * 2 <= $2::int + 1 then now() end
    from generate_series(1, $2::int) n`;

const COUNTED = `
  update seat_plans set confirmed = found.confirmed, waiting = found.waiting, next_place = found.people + 1
    from (select count(*) filter (where status = 'confirmed') as confirmed,
                 count(*) filter (where status = 'waiting') as waiting, count(*) as people
            from registrations where event_id = $1) found
   where event_id = $1`;

/** So many people who are in it already, as the seat plan counts them. */
async function fill(pool: pg.Pool, eventId: string, people: number): Promise<void> {
  await pool.query(PEOPLE, [eventId, people]);
  await pool.query(COUNTED, [eventId]);
  await pool.query("vacuum (analyze) registrations");
}

/** The bench's own connections: makes events, reads what is true, and takes away what it made. */
export function openDatabase(url: string): Ground & { pool: pg.Pool } {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  const run = randomBytes(3).toString("hex");
  const made: string[] = [];

  const makeEvent = async (capacity: number): Promise<BenchEvent> => {
    const event = { id: newId("event"), slug: `bench-${run}-${made.length + 1}` };
    await pool.query(
      `insert into events (id, network_id, slug, kind, mode, status, title, summary, starts_at, ends_at, published_at)
       select $1, id, $2, 'webinar', 'stage', 'published', 'Messung ' || $2, 'Nur für eine Messung.',
              now() + interval '1 day', now() + interval '25 hours', now()
         from networks order by slug limit 1`,
      [event.id, event.slug],
    );
    await pool.query("insert into seat_plans (event_id, capacity) values ($1, $2)", [event.id, capacity]);
    made.push(event.id);
    return event;
  };

  const makeAskingEvent = async (capacity: number): Promise<BenchEvent> => {
    const event = await makeEvent(capacity);
    return { ...event, answers: await ask(pool, event.id) };
  };

  const makeCrowdedEvent = async (people: number): Promise<BenchEvent> => {
    const event = await makeAskingEvent(Math.ceil(people / 2));
    await fill(pool, event.id, people);
    return event;
  };

  const countsOf = async (event: BenchEvent, emails: readonly string[]): Promise<Counts> => {
    await everythingTold(pool);
    const { rows } = await pool.query(
      `select count(*) filter (where r.status = 'confirmed') as confirmed,
              count(*) filter (where r.status = 'waiting') as waiting, count(r.id) as rows,
              jsonb_build_object('confirmed', p.confirmed, 'waiting', p.waiting) as plan
         from seat_plans p left join registrations r on r.event_id = p.event_id
        where p.event_id = $1 group by p.event_id`,
      [event.id],
    );
    const { confirmed, waiting, rows: all, plan } = countsRow.parse(rows[0]);
    return { confirmed, waiting, other: Math.max(all, emails.length) - confirmed - waiting, plan };
  };

  const versions = async () => {
    const { rows } = await pool.query("select current_setting('server_version') as postgres");
    return z.object({ postgres: z.string() }).parse(rows[0]);
  };

  const close = async () => {
    await pool.query("delete from mails where event_id = any($1)", [made]);
    await pool.query("delete from events where id = any($1)", [made]);
    await pool.end();
  };
  return { pool, makeEvent, makeAskingEvent, makeCrowdedEvent, countsOf, versions, close };
}
