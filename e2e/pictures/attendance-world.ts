import { z } from "zod";
import { sql } from "../fixtures/database";
import { Visitor } from "../fixtures/visitor";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";
import { makeQuestions } from "./question-world";

const json = { accept: "application/json" };
const none = z.object({});

async function said(visitor: Visitor, path: string, body: object): Promise<string> {
  const { status, text } = await visitor.ask(path, { json: body, headers: json });
  if (status >= 400) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return text;
}

/** As if it had begun fifty minutes ago: people came one after the other, some went, one came back. */
async function letTimePass(slug: string): Promise<void> {
  await sql(none, "update events set starts_at = now() - interval '50 minutes' where slug = $1", [slug]);
  await sql(
    none,
    `update live_sessions set opened_at = now() - interval '52 minutes'
      where event_id = (select id from events where slug = $1)`,
    [slug],
  );
  await sql(
    none,
    `with here as (
       select a.id, a.event_id, row_number() over (order by a.created_at, a.id) as nth,
              (select r.id from rooms r join live_sessions s on s.id = r.live_session_id
                where s.event_id = a.event_id and r.kind = 'main' limit 1) as room_id
         from admissions a where a.event_id = (select id from events where slug = $1))
     insert into participations (participant_sid, event_id, admission_id, room_id, joined_at, left_at, source)
     select 'PA_' || id || '_' || visit, event_id, id, room_id,
            now() - make_interval(mins => (52 - 6 * nth - 20 * (visit - 1))::int),
            case when nth % 2 = 0 and visit = 1 then now() - make_interval(mins => (36 - 4 * nth)::int) end, 'webhook'
       from here cross join generate_series(1, 2) as visit
      where visit = 1 or nth = 2`,
    [slug],
  );
  await sql(
    none,
    `insert into speaking_times (live_session_id, role, milliseconds)
     select s.id, spoken.role, spoken.ms from live_sessions s
       cross join (values ('host', 640000), ('speaker', 1400000), ('participant', 310000)) as spoken (role, ms)
      where s.event_id = (select id from events where slug = $1)`,
    [slug],
  );
}

/** The webinar of the questions in its last third, with people who never came, and with a wall. */
export async function makeAttendance(title: string) {
  const { slug, host, guest, steps, words } = await makeQuestions(title);
  for (const name of ["Frauke Abwesend-Sonntag", "Ole Fern", "Dr. Ayşe Yılmaz-Großmann"])
    await registerOverHttp(new Visitor(), { slug, name, email: freshAddress("fehlt") });
  await letTimePass(slug);
  const { wall } = z
    .object({ wall: z.string() })
    .parse(JSON.parse(await said(host, `/api/rooms/${slug}/wall`, { wish: "renew" })));
  const [row] = await sql(
    z.object({ event: z.string(), network: z.string(), registration: z.string() }),
    `select e.id as event, n.slug as network,
            (select id from registrations where event_id = e.id and name = 'Mareike Vogt') as registration
       from events e join networks n on n.id = e.network_id where e.slug = $1`,
    [slug],
  );
  if (!row) throw new Error("the event is gone");
  const over = async () => {
    await sql(
      none,
      "insert into certificate_rules (event_id, is_offered, min_minutes) values ($1, true, 10) on conflict do nothing",
      [row.event],
    );
    await sql(
      none,
      `insert into event_feedback (registration_id, event_id, score, note, given_at)
       select id, event_id, 3 + (row_number() over (order by id) % 3)::int,
              case when row_number() over (order by id) = 1 then 'Mehr Pausen, bitte, und die Folien vorher.' else '' end, now()
         from registrations where event_id = $1 on conflict do nothing`,
      [row.event],
    );
    await steps.over();
  };
  return { ...row, slug, wall, host, guest, words, over };
}
export type AttendanceWorld = Awaited<ReturnType<typeof makeAttendance>>;
