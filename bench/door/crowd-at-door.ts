import { randomBytes } from "node:crypto";
import pg from "pg";
import { newId } from "@/lib/ids";

const NETWORK = "sensoriknetz-oberland";

const EVENT = `
  insert into events (id, network_id, slug, kind, mode, status, title, summary, place, starts_at, ends_at, published_at)
  select $1, id, $2, 'conference', 'stage', 'published', 'Messung ' || $2, 'Nur für eine Messung.', 'Musterstadt',
         now() + interval '1 hour', now() + interval '9 hours', now()
    from networks where slug = $3`;

const PEOPLE = `
  insert into registrations (id, event_id, email, name, organisation, status, attendance, place, confirmed_at)
  select 'reg_' || left(md5($1::text || n), 24), $1::text, 'mess.' || n || '@example.org', 'Gast Muster ' || n,
         'Musterwerk ' || n % 200, 'confirmed', 'onsite', n, now()
    from generate_series(1, $2::int) n
  returning id`;

/** Walk-ins find free seats: half as many more as there are people. */
const PLAN = `
  insert into seat_plans (event_id, onsite_capacity, onsite_confirmed, next_place) values ($1, $2::int * 3 / 2 + 20, $2, $2 + 1)`;

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** An event whose guests stand before the door; `close` takes it away again. */
export async function openDoor(url: string, people: number) {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const event = { id: newId("event"), slug: `bench-door-${randomBytes(3).toString("hex")}` };
  const { rowCount } = await pool.query(EVENT, [event.id, event.slug, NETWORK]);
  if (rowCount !== 1) throw new Error("the demo's network is not there: is this a demo?");
  const { rows } = await pool.query<{ id: `reg_${string}` }>(PEOPLE, [event.id, people]);
  await pool.query(PLAN, [event.id, people]);
  await pool.query("analyze registrations");
  const inside = async (): Promise<number> => {
    const counted = await pool.query("select count(*)::int as n from check_ins where event_id = $1", [
      event.id,
    ]);
    return Number(counted.rows[0]?.n);
  };
  const close = async () => {
    await pool.query("delete from events where id = $1", [event.id]);
    await pool.end();
  };
  return { ...event, guests: rows.map(({ id }) => id), pool, inside, close };
}
