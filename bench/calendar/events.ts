import { randomBytes } from "node:crypto";
import pg from "pg";
import { z } from "zod";

/** A quarter of an hour after each other from tomorrow on, in all networks, kinds and languages in turn. */
const EVENTS = `
  with hosts as (select id, row_number() over (order by slug) - 1 as place, count(*) over () as count from networks),
  made as (
    insert into events (id, network_id, slug, kind, mode, status, title, summary, language, topics, starts_at, ends_at,
                        published_at)
    select 'evt_' || left(md5($1::text || n), 24), hosts.id, 'messung-' || $1::text || '-' || n,
           (array['webinar', 'workshop', 'forum', 'training'])[1 + n % 4], 'stage', 'published',
           'Messung ' || n || ': Wärme und Licht', 'Nur für eine Messung, mit ein paar Worten wie ein Termin.',
           case when n % 5 = 0 then 'en' else 'de' end, array[(array['sensorik', 'energiewende'])[1 + n % 2]],
           now() + interval '1 day' + n * interval '15 minutes', now() + interval '25 hours' + n * interval '15 minutes',
           now()
      from generate_series($2::int, $3::int) n join hosts on hosts.place = n % hosts.count
    returning id)
  insert into seat_plans (event_id, capacity) select id, 100 from made`;

const AHEAD = `
  select count(*) from events
   where not members_only and status in ('published', 'live', 'cancelled') and (status = 'live' or ends_at > now())`;

/** As a change of an event tells every process that lists are to be rendered anew. */
const RENEWED = `
  insert into cache_tags (tag, bumped_at) values ('calendar', now())
      on conflict (tag) do update set version = cache_tags.version + 1, bumped_at = now()`;

/** The bench's own connections: fills the public calendar, and takes away what it made. */
export function openCalendar(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const run = randomBytes(3).toString("hex");
  let made = 0;

  const ahead = async (): Promise<number> =>
    z.object({ count: z.coerce.number() }).parse((await pool.query(AHEAD)).rows[0]).count;

  const renew = async (): Promise<void> => {
    await pool.query(RENEWED);
    await pool.query("select pg_notify('plenum_cache', 'calendar')");
  };

  /** Adds events until so many are ahead, the demo's own among them; answers with how many there are. */
  const fillTo = async (count: number): Promise<number> => {
    const missing = count - (await ahead());
    if (missing > 0) await pool.query(EVENTS, [run, made + 1, made + missing]);
    made += Math.max(0, missing);
    await pool.query("vacuum (analyze) events, seat_plans, event_networks");
    await renew();
    return ahead();
  };

  const postgres = async (): Promise<string> => {
    const { rows } = await pool.query("select current_setting('server_version') as version");
    return z.object({ version: z.string() }).parse(rows[0]).version;
  };

  const close = async (): Promise<void> => {
    await pool.query("delete from events where slug like 'messung-' || $1::text || '-%'", [run]);
    await renew();
    await pool.end();
  };
  return { fillTo, renew, postgres, close };
}
