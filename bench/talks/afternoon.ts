import pg from "pg";
import { z } from "zod";
import { type Crowd, crowd } from "../kit/crowd";
import { expectOk, type Guest, join, type LiveEvent } from "../kit/live-event";
import { crowdWithin } from "../kit/phase";
import { PAUSE_MINUTES, type PlannedTalk, SLOT_MINUTES, SLOTS, startOf } from "./script";

/** Somebody of the afternoon; `name` is what the report calls them. */
export type Attendee = { guest: Guest; admissionId: string; personId: string; name: string };
export type Afternoon = {
  eventId: string;
  people: Attendee[];
  /** When the first slot begins. */
  first: number;
  /** The room of each admission in each slot. */
  rooms: ReadonlyMap<string, readonly string[]>;
};

const AT_ONCE = 8;
const REGISTER_SECONDS = 240;
/** Rooms open two minutes before the first slot; whoever books last still has to come in time. */
const BEFORE_FIRST_MS = 200_000;
const MINUTE = 60_000;

async function rowsOf<Row extends z.ZodRawShape>(
  pool: pg.Pool,
  shape: z.ZodObject<Row>,
  [text, ...values]: readonly [string, ...unknown[]],
) {
  const { rows } = await pool.query(text, [...values]);
  return z.array(shape).parse(rows);
}

function whole<Value>(what: string, { values, errors }: Crowd<Value>): Value[] {
  if (errors.length > 0) throw new Error(`${what}: ${errors.length} failed, such as ${errors[0]}`);
  return values;
}

async function attendee(pool: pg.Pool, event: LiveEvent, eventId: string): Promise<Attendee> {
  const guest = await event.guest("proven");
  const place = await join(guest, event.slug);
  const admissionId = place.me?.admissionId ?? "";
  const shape = z.object({ person_id: z.string(), name: z.string() });
  const [row] = await rowsOf(pool, shape, [
    `update registrations r set talks_opt_in = true from admissions a
      where a.id = $1 and r.id = a.registration_id and r.event_id = $2 returning r.person_id, r.name`,
    admissionId,
    eventId,
  ]);
  if (!row) throw new Error("nobody was admitted");
  return { guest, admissionId, personId: row.person_id, name: row.name };
}

/** Hours for talks with short slots, from the next whole minute on that leaves time to book. */
async function openHours(pool: pg.Pool, eventId: string, talks: number): Promise<number> {
  const bookingMs = talks * SLOTS * 150;
  const first = Math.ceil((Date.now() + BEFORE_FIRST_MS + bookingMs) / MINUTE) * MINUTE;
  await pool.query(
    `insert into talk_windows (event_id, starts_at, ends_at, slot_minutes, pause_minutes)
      values ($1, $2, $3, $4, $5)`,
    [eventId, new Date(first), new Date(startOf(first, SLOTS)), SLOT_MINUTES, PAUSE_MINUTES],
  );
  return first;
}

async function bookAll(
  event: LiveEvent,
  { eventId, people, first }: Pick<Afternoon, "eventId" | "people" | "first">,
  talks: readonly PlannedTalk[],
): Promise<void> {
  const book = async (nth: number) => {
    const talk = talks[nth];
    const [one, other] = talk?.people.map((person) => people[person]) ?? [];
    if (!talk || !one || !other) throw new Error("a talk without people");
    const startsAt = new Date(startOf(first, talk.slot)).toISOString();
    const said = { one: one.personId, other: other.personId, startsAt };
    expectOk(await event.host.browser.postJson(`/api/events/${eventId}/talks`, said), "booking a talk");
  };
  whole("booking", await crowd({ people: talks.length, concurrency: 4 }, book));
}

/** Which room belongs to whom in which slot, as the rows say it. */
async function roomsOf(pool: pg.Pool, eventId: string): Promise<Map<string, string[]>> {
  const shape = z.object({ admission_id: z.string(), room_id: z.string() });
  const rows = await rowsOf(pool, shape, [
    `select a.admission_id, a.room_id from assignments a
       join meetings m on m.round_id = a.round_id where m.event_id = $1 order by m.starts_at`,
    eventId,
  ]);
  const rooms = new Map<string, string[]>();
  for (const { admission_id, room_id } of rows)
    rooms.set(admission_id, [...(rooms.get(admission_id) ?? []), room_id]);
  return rooms;
}

/** Everybody registers, comes and is booked; the first slot begins some minutes later. */
export async function prepareAfternoon(
  event: LiveEvent,
  { databaseUrl, talks }: { databaseUrl: string; talks: readonly PlannedTalk[] },
): Promise<Afternoon> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  try {
    const [row] = await rowsOf(pool, z.object({ id: z.string() }), [
      "select id from events where slug = $1",
      event.slug,
    ]);
    const eventId = row?.id ?? "";
    const count = (talks.length / SLOTS) * 2;
    const phase = { name: "people register", people: count, concurrency: AT_ONCE, seconds: REGISTER_SECONDS };
    const people = whole("registering", await crowdWithin(phase, () => attendee(pool, event, eventId)));
    const first = await openHours(pool, eventId, talks.length / SLOTS);
    await bookAll(event, { eventId, people, first }, talks);
    return { eventId, people, first, rooms: await roomsOf(pool, eventId) };
  } finally {
    await pool.end();
  }
}
