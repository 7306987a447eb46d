import { randomBytes } from "node:crypto";
import pg from "pg";
import { newId } from "@/lib/ids";

/** The network of the demo's organizer, who signs in with one press. */
export const NETWORK = "sensoriknetz-oberland";

export type LongList = { id: string; slug: string; count: number };

const FIRST = ["Ada", "Ben", "Cem", "Dora", "Emil", "Fatma", "Gesa", "Hanno", "Ida", "Jörn", "Käthe", "Luc"];
const LAST = [
  "Beispiel",
  "Muster",
  "Probe",
  "Änderer",
  "Testow",
  "Nordhof",
  "Südmann",
  "Westerloh",
  "Ostermann",
];
const WORKS = [
  "Musterwerk",
  "Quarz Analytik",
  "Hochschule Nord",
  "Stadtwerke",
  "Küstenwind",
  "Mikroform",
  "Datenwerft",
];

const EVENT = `
  insert into events (id, network_id, slug, kind, mode, status, title, summary, starts_at, ends_at, published_at)
  select $1, id, $2, 'webinar', 'stage', 'published', 'Messung ' || $2, 'Nur für eine Messung.',
         now() + interval '1 day', now() + interval '25 hours', now()
    from networks where slug = $3`;

/** Nine of ten confirmed, the rest waiting or cancelled; every fifth has not proven the address. */
const PEOPLE = `
  insert into registrations (id, event_id, email, name, organisation, status, place, talks_opt_in, tags, created_at,
                             confirmed_at, proven_at)
  select 'reg_' || left(md5($1::text || n), 24), $1::text, 'mess.' || n || '@example.org',
         ($2::text[])[1 + n % 12] || ' ' || ($3::text[])[1 + n % 9] || ' ' || n,
         ($4::text[])[1 + n % 7] || ' ' || n % 200,
         case when n % 20 = 0 then 'cancelled' when n % 20 = 1 then 'waiting' else 'confirmed' end,
         n, n % 3 = 0, case when n % 50 = 0 then array['Presse'] else '{}'::text[] end,
         now() - n * interval '1 minute', now(), case when n % 5 = 0 then null else now() end
    from generate_series(1, $5::int) n`;

const PLAN = `
  insert into seat_plans (event_id, confirmed, waiting, next_place)
  select $1, count(*) filter (where status = 'confirmed'), count(*) filter (where status = 'waiting'), count(*) + 1
    from registrations where event_id = $1`;

/** The bench's own connections: makes events with long lists, and takes away what it made. */
export function openLists(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const run = randomBytes(3).toString("hex");
  const made: string[] = [];

  const makeList = async (count: number): Promise<LongList> => {
    const list = { id: newId("event"), slug: `bench-desk-${run}-${count}`, count };
    const { rowCount } = await pool.query(EVENT, [list.id, list.slug, NETWORK]);
    if (rowCount !== 1) throw new Error("the demo's network is not there: is this a demo?");
    made.push(list.id);
    await pool.query(PEOPLE, [list.id, FIRST, LAST, WORKS, count]);
    await pool.query(PLAN, [list.id]);
    return list;
  };

  const close = async () => {
    await pool.query("delete from events where id = any($1)", [made]);
    await pool.end();
  };
  /** Lets the database look at what has come, as it does by itself some time after a real crowd. */
  const analyze = () => pool.query("analyze registrations");
  return { pool, makeList, analyze, close };
}

export type Lists = ReturnType<typeof openLists>;
