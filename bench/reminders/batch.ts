import type pg from "pg";
import { z } from "zod";
import { newId } from "@/lib/ids";
import type { BenchEvent, Ground } from "../kit/ground";

/** The worker looks once a minute; what is not there then plus the work itself will never be. */
const WITHIN_MS = 240_000;
const LOOK_MS = 250;

export type Bench = Ground & { pool: pg.Pool };

const row = z.object({
  mails: z.coerce.number(),
  people: z.coerce.number(),
  first: z.date().nullable(),
  last: z.date().nullable(),
});
export type Written = z.infer<typeof row>;

/** An event that begins in 23 hours, with so many people who registered days ago. */
export async function eventToRemind({ pool, makeEvent }: Bench, people: number): Promise<BenchEvent> {
  const event = await makeEvent(people);
  const names = Array.from({ length: people }, (_, index) => `Messung ${index}`);
  const ids = names.map(() => newId("registration"));
  await pool.query(
    `insert into registrations (id, event_id, email, name, status, place, confirmed_at, proven_at, created_at)
     select id, $1, id || '@example.org', name, 'confirmed', place, now() - interval '3 days',
            now() - interval '3 days', now() - interval '3 days'
       from unnest($2::text[], $3::text[]) with ordinality as one(id, name, place)`,
    [event.id, ids, names],
  );
  // Only now: until the rows are there the event is not to be reminded of.
  await pool.query(
    `update events set starts_at = now() + interval '23 hours', ends_at = now() + interval '24 hours' where id = $1`,
    [event.id],
  );
  return event;
}

/** What stands in the mailbox for this event, and over which time it came there. */
export async function writtenFor({ pool }: Bench, event: BenchEvent): Promise<Written> {
  const { rows } = await pool.query(
    `select count(*) as mails, count(distinct to_email) as people, min(created_at) as first, max(created_at) as last
       from mails where event_id = $1 and kind = 'registration.reminder'`,
    [event.id],
  );
  return row.parse(rows[0]);
}

/** Waits until so many mails are written. Throws when they never come. */
export async function waitFor(bench: Bench, event: BenchEvent, mails: number): Promise<Written> {
  const until = performance.now() + WITHIN_MS;
  for (;;) {
    const written = await writtenFor(bench, event);
    if (written.mails >= mails) return written;
    if (performance.now() > until) throw new Error(`${written.mails} of ${mails} reminders were written`);
    await new Promise((again) => setTimeout(again, LOOK_MS));
  }
}

/** The longest pause between two parts, in seconds: how long nobody went on after the kill. */
export async function longestPause({ pool }: Bench, event: BenchEvent): Promise<number> {
  const { rows } = await pool.query(
    `select coalesce(max(extract(epoch from created_at - before)), 0) as pause from (
       select created_at, lag(created_at) over (order by created_at) as before
         from mails where event_id = $1 and kind = 'registration.reminder') as steps`,
    [event.id],
  );
  return z.object({ pause: z.coerce.number() }).parse(rows[0]).pause;
}
