import { z } from "zod";
import { sql } from "../../fixtures/database";
import { DESK } from "../../security/planning-over-http";
import { addressOf, openMail, type Person } from "../person";
import type { Run } from "../run-state";
import { sendOnce } from "../send";
import type { Partner } from "./evidence";

const SLOTS = 8;
const SLOT_MINUTES = 20;
const TABLES = 3;
const PEOPLE = 20;
/** Every so manieth of them comes to the house, so that about half of the talks want a table. */
const ON_SITE = 3;
/** Clients of registrations come from addresses below. */
const FIRST_ADDRESS = 60_000;
const MINUTE = 60_000;

/** One of those who talk, and what their browser holds. */
export type Talker = Partner & { cookies: ReadonlyMap<string, string>; address: string };
export type TalkGrounds = {
  prefix: string;
  eventId: string;
  slug: string;
  slots: readonly number[];
  slotMs: number;
  tables: number;
  talkers: readonly Talker[];
};

const made = z.object({ id: z.string(), slug: z.string(), starts: z.date() });

/** A day of talks in three days, so that nobody is reminded of any and no room opens while they are arranged. */
async function makeEvent(slug: string) {
  const [event] = await sql(
    made,
    `with event as (
       insert into events (id, network_id, slug, kind, mode, status, title, summary, starts_at, ends_at, published_at)
       select 'evt_' || left(md5(random()::text), 24), id, $1, 'matchmaking', 'roundtable', 'published',
              'Gesprächsprobe', 'Nur für eine Probe.', date_trunc('hour', now()) + interval '3 days',
              date_trunc('hour', now()) + interval '3 days' + $2::int * interval '1 minute', now()
         from networks where slug = $3
       returning id, slug, starts_at, ends_at),
     plan as (insert into seat_plans (event_id, capacity) select id, 100 from event),
     tables as (insert into talk_tables (event_id, count) select id, $4::int from event),
     hours as (
       insert into talk_windows (event_id, starts_at, ends_at, measured_from, slot_minutes, pause_minutes)
       select id, starts_at, ends_at, starts_at, $5::int, 0 from event)
     select id, slug, starts_at as starts from event`,
    [slug, SLOTS * SLOT_MINUTES, DESK.split("/").at(-1) ?? "", TABLES, SLOT_MINUTES],
  );
  if (!event) throw new Error("the demo has no network for the talks");
  return event;
}

/** Registers for talks, opens the mailed link and proves the address with it. */
async function arrive(run: Run, { eventId, number }: { eventId: string; number: number }): Promise<Person> {
  const email = `gespraech-${run.seed}-${number}@example.org`;
  const address = addressOf(FIRST_ADDRESS + number);
  const nothing = { isIn: true, isConfirmed: true, registrationId: undefined, cancelled: 0 };
  const person: Person = { email, address, eventId, cookies: new Map(), ...nothing };
  const post = async (path: string, form: Record<string, string>) => {
    const { send, cookies } = await sendOnce({ path, form, cookies: person.cookies, address });
    if (send.outcome !== "ok") throw new Error(`${email}: ${path} answered ${send.status} ${send.said}`);
    person.cookies = cookies;
  };
  const said = { name: `Gerda Gespräch ${number}`, organisation: `Firma ${number % 7}`, talksOptIn: "on" };
  await post("/api/registrations", { eventId, email, locale: "de", ...said });
  await openMail(run, person);
  await post(`/api/registrations/${person.registrationId}/prove`, {});
  return person;
}

const partner = z.object({
  personId: z.string(),
  registrationId: z.string(),
  email: z.string(),
  attendance: z.string(),
});

/** Which of them come to the house: no form of this event asks for it. */
async function seatOnSite(eventId: string): Promise<void> {
  const some = `update registrations set attendance = 'onsite'
                 where event_id = $1 and place % $2::int = 0`;
  await sql(z.object({}), some, [eventId, ON_SITE]);
}

/** Pairs that the organizer wants to meet, so that every plan has something to do. */
async function wish(eventId: string): Promise<void> {
  await sql(
    z.object({}),
    `insert into talk_wishes (event_id, from_person_id, to_person_id, by, wish)
     select a.event_id, least(a.person_id, b.person_id), greatest(a.person_id, b.person_id), 'organizer', 'must'
       from registrations a join registrations b on b.event_id = a.event_id and b.place = a.place + 1
      where a.event_id = $1 and a.place % 2 = 1`,
    [eventId],
  );
}

const partnersOf = (eventId: string): Promise<Partner[]> =>
  sql(
    partner,
    `select person_id as "personId", id as "registrationId", email, attendance
       from registrations where event_id = $1 order by place`,
    [eventId],
  );

/** An event with hours for talks and few tables, and people who all take talks. They come before any fault happens. */
export async function makeTalkGrounds(run: Run): Promise<TalkGrounds> {
  const prefix = `gespraeche-${run.seed}-`;
  const { id: eventId, slug, starts } = await makeEvent(`${prefix}tag`);
  const numbers = Array.from({ length: PEOPLE }, (_, index) => index + 1);
  const people = await Promise.all(numbers.map((number) => arrive(run, { eventId, number })));
  await seatOnSite(eventId);
  await wish(eventId);
  const byEmail = new Map(people.map((one) => [one.email, one]));
  const talkers = (await partnersOf(eventId)).map((row): Talker => {
    const { cookies = new Map<string, string>(), address = "" } = byEmail.get(row.email) ?? {};
    return { ...row, cookies, address };
  });
  const slotMs = SLOT_MINUTES * MINUTE;
  const slots = Array.from({ length: SLOTS }, (_, index) => starts.getTime() + index * slotMs);
  return { prefix, eventId, slug, slots, slotMs, tables: TABLES, talkers };
}

/** For the negative control, in its own database: what lets nobody be in two talks, and no table have two. */
export async function dropTalkGuards(): Promise<void> {
  const nothing = z.object({});
  await sql(nothing, "alter table meeting_people drop constraint meeting_people_nobody_twice");
  await sql(nothing, "alter table meetings drop constraint meetings_table_once");
}
