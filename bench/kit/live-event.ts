import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { newId } from "@/lib/ids";
import { registrationLink } from "@/lib/tokens";
import { decode, type WhereAmI, whereAmI } from "@/realtime/protocol";
import { fillForm, newVisitor, sendForm } from "../registration/visit";
import { addressOf, type Browser, openBrowser, type Reply } from "./browser";

const NETWORK = "sensoriknetz-oberland";
const registrationRow = z.object({ id: z.templateLiteral(["reg_", z.string()]) });

/** Somebody with a place in the event: a browser of requests, and the path of the personal link in the mail. */
export type Guest = { browser: Browser; address: string; link: string; tab: string };

export type LiveEvent = {
  slug: string;
  host: Guest;
  /** Registers somebody new. `proven`: with the personal link of the mail, else with the browser's claim alone. */
  guest: (how: "proven" | "claim") => Promise<Guest>;
  close: () => Promise<void>;
};

export function expectOk(reply: Reply, what: string): Reply {
  if (reply.status >= 400) throw new Error(`${what} answered ${reply.status}: ${reply.body.slice(0, 160)}`);
  return reply;
}

function placeIn(reply: Reply, what: string): WhereAmI {
  const place = decode(whereAmI, expectOk(reply, what).body);
  if (!place) throw new Error(`${what} answered something else`);
  return place;
}

/** Takes the lease of this person's tab, as the click on the prejoin card does. */
export const join = async (guest: Guest, slug: string): Promise<WhereAmI> =>
  placeIn(await guest.browser.postJson(`/api/rooms/${slug}/join`, { tab: guest.tab }), "join");

export const locate = async (guest: Guest, slug: string): Promise<WhereAmI> =>
  placeIn(await guest.browser.get(`/api/where-am-i?event=${slug}&tab=${guest.tab}`), "where-am-i");

/** One action of the host, such as opening the room. Answers with the body. */
export async function direct({ host, slug }: LiveEvent, path: string, body: unknown): Promise<string> {
  const reply = await host.browser.postJson(`/api/rooms/${slug}/${path}`, body);
  return expectOk(reply, path).body;
}

async function insertEvent(pool: pg.Pool, run: string) {
  const event = { id: newId("event"), slug: `bench-room-${run}` };
  await pool.query(
    `insert into events (id, network_id, slug, kind, mode, status, title, summary, starts_at, ends_at, published_at)
     select $1, id, $2, 'workshop', 'roundtable', 'published', 'Messung ' || $2, 'Nur für eine Messung.',
            now() - interval '1 minute', now() + interval '2 hours', now()
       from networks where slug = $3`,
    [event.id, event.slug, NETWORK],
  );
  await pool.query("insert into seat_plans (event_id, capacity) values ($1, 1000)", [event.id]);
  return event;
}

async function signInHost(base: string): Promise<Guest> {
  const address = addressOf(0);
  const browser = openBrowser(base, address);
  const form = new URLSearchParams({ persona: "organizer" });
  expectOk(await browser.post("/api/dev/sign-in", form), "the demo's sign-in");
  return { browser, address, link: "", tab: randomUUID() };
}

/**
 * An event with an open room, made by SQL and opened by the demo's organizer over HTTP; guests register over HTTP.
 * Needs the stack's own environment (DATABASE_URL, AUTH_SECRET); `close` removes the event.
 */
export async function openLiveEvent(base: string, databaseUrl: string | undefined): Promise<LiveEvent> {
  if (!databaseUrl) throw new Error("This bench needs the environment of the stack, DATABASE_URL first");
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const run = randomBytes(3).toString("hex");
  const { id, slug } = await insertEvent(pool, run);
  const host = await signInHost(base);

  const guest = async (how: "proven" | "claim"): Promise<Guest> => {
    const visitor = newVisitor(base, run);
    const { browser, address, email } = visitor;
    await sendForm(visitor, slug, await fillForm(visitor, { slug }));
    const { rows } = await pool.query("select id from registrations where event_id = $1 and email = $2", [
      id,
      email,
    ]);
    const link = new URL(await registrationLink(registrationRow.parse(rows[0]).id, { next: "room" }));
    const path = `${link.pathname}${link.search}`;
    if (how === "proven") expectOk(await browser.get(path), "the personal link");
    return { browser, address, link: path, tab: randomUUID() };
  };
  const close = async () => {
    host.browser.close();
    await pool.query("delete from mails where event_id = $1", [id]);
    await pool.query("delete from events where id = $1", [id]);
    await pool.end();
  };
  const event = { slug, host, guest, close };
  await join(host, slug);
  await direct(event, "session", { action: "open" });
  return event;
}
