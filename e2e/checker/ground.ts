import { z } from "zod";
import { sql } from "../fixtures/database";
import { DESK } from "../security/planning-over-http";

export type OpenEvent = { eventId: string; slug: string; capacity: number };
export type Grounds = { prefix: string; open: OpenEvent[]; closed: string };

const made = z.object({ id: z.string(), slug: z.string() });

type Planned = { slug: string; capacity: number; closes: "later" | "past" };

/** A webinar in three days, so that no reminder of it is due, with so many seats and a waiting list. */
async function makeEvent({ slug, capacity, closes }: Planned): Promise<OpenEvent> {
  const [event] = await sql(
    made,
    `with event as (
       insert into events (id, network_id, slug, kind, mode, status, title, summary, starts_at, ends_at,
                           registration_closes_at, published_at)
       select 'evt_' || left(md5(random()::text), 24), id, $1, 'webinar', 'stage', 'published', 'Platzprobe',
              'Nur für eine Probe.', now() + interval '3 days', now() + interval '73 hours',
              now() + $3::interval, now()
         from networks where slug = $4
       returning id, slug),
     plan as (insert into seat_plans (event_id, capacity) select id, $2::int from event)
     select id, slug from event`,
    [slug, capacity, closes === "past" ? "-1 hour" : "2 days", DESK.split("/").at(-1) ?? ""],
  );
  if (!event) throw new Error("the demo has no network for the events");
  return { eventId: event.id, slug: event.slug, capacity };
}

/** Three events that people fight over, and one where nobody can register any more. */
export async function makeGrounds(seed: number): Promise<Grounds> {
  const prefix = `pruefung-${seed}-`;
  const open: OpenEvent[] = [];
  for (const capacity of [1, 10, 50])
    open.push(await makeEvent({ slug: `${prefix}${capacity}`, capacity, closes: "later" }));
  const { eventId } = await makeEvent({ slug: `${prefix}zu`, capacity: 10, closes: "past" });
  return { prefix, open, closed: eventId };
}

/** For the negative control, in its own database: the checks that would refuse what the lock prevents. */
export async function dropSeatChecks(): Promise<void> {
  for (const name of ["never_oversold", "onsite_never_oversold", "counts_not_negative"])
    await sql(z.object({}), `alter table seat_plans drop constraint seat_plans_${name}`);
}
