import { randomBytes } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { newId } from "@/lib/ids";

export type BenchEvent = { id: string; slug: string };
export type Counts = {
  confirmed: number;
  waiting: number;
  other: number;
  planConfirmed: number;
  planWaiting: number;
};

const counts = z.object({
  confirmed: z.coerce.number(),
  waiting: z.coerce.number(),
  other: z.coerce.number(),
  planConfirmed: z.coerce.number(),
  planWaiting: z.coerce.number(),
});

/** The bench's own connections: makes events, reads what is true, and takes away what it made. */
export function openDatabase(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  const run = randomBytes(3).toString("hex");
  const made: BenchEvent[] = [];

  /** A published webinar tomorrow with so many seats and a waiting list, in any network that exists. */
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
    made.push(event);
    return event;
  };

  /** Registrations as rows, beside what the seat plan says of them. */
  const countsOf = async (event: BenchEvent): Promise<Counts> => {
    const { rows } = await pool.query(
      `select count(*) filter (where r.status = 'confirmed') as confirmed,
              count(*) filter (where r.status = 'waiting') as waiting,
              count(*) filter (where r.status not in ('confirmed', 'waiting')) as other,
              p.confirmed as "planConfirmed", p.waiting as "planWaiting"
         from seat_plans p left join registrations r on r.event_id = p.event_id
        where p.event_id = $1 group by p.event_id`,
      [event.id],
    );
    return counts.parse(rows[0]);
  };

  const version = async () =>
    z
      .object({ v: z.string() })
      .parse((await pool.query("select current_setting('server_version') as v")).rows[0]).v;

  const close = async () => {
    const ids = made.map(({ id }) => id);
    await pool.query("delete from mails where event_id = any($1)", [ids]);
    await pool.query("delete from events where id = any($1)", [ids]);
    await pool.end();
  };
  return { pool, makeEvent, countsOf, version, close };
}

export type BenchDatabase = ReturnType<typeof openDatabase>;
