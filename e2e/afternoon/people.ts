import { z } from "zod";
import { sql } from "../fixtures/database";
import { baseUrl } from "../fixtures/environment";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import type { Person } from "../fixtures/test";
import { type Answer, Visitor } from "../fixtures/visitor";
import type { Planned } from "../security/planning-over-http";
import { freshAddress } from "../security/registering-over-http";
import { FAR_ZONE, needOf, networkOf, offerOf, PEOPLE } from "./script";

export type Attendee = {
  nth: number;
  name: string;
  email: string;
  personId: string;
  /** Signed in, with the mailed link of the registration opened. */
  visitor: Visitor;
  /** One of the four with a browser, which holds the same cookies. */
  browser?: Person;
};

const json = { accept: "application/json" };

export function done(answer: Answer, what: string): Answer {
  if (answer.status < 400) return answer;
  throw new Error(`${what} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
}

/** What a browser would have after the same steps. */
async function giveCookies({ context }: Person, visitor: Visitor): Promise<void> {
  await context.addCookies(
    [...visitor.cookies].map(([name, value]) => ({ name, value, url: baseUrl, secure: /^__/.test(name) })),
  );
}

async function register(event: Planned, said: { name: string; email: string; timeZone: string }) {
  const visitor = new Visitor();
  const form = { eventId: event.id, attendance: "online", talksOptIn: "on", locale: "de", ...said };
  done(await visitor.ask("/api/registrations", { form, headers: json }), said.name);
  const mail = await mailOfKind(said.email, "registration.confirmed");
  const { location } = await visitor.ask(new URL(linkIn(mail, "/j/")).pathname);
  const id = location.split("/").at(-1)?.split("?")[0] ?? "";
  done(await visitor.ask(`/api/registrations/${id}/prove`, { form: {}, headers: json }), "proving");
  return visitor;
}

/** The office of a network has listed this address as a member's. */
const listAsMember = (network: string, email: string) =>
  sql(
    z.object({}),
    "insert into network_addresses (network_id, email) select id, $2 from networks where slug = $1",
    [network, email],
  );

/** Registers for talks, signs in, and says what they seek and offer. */
async function attend(event: Planned, nth: number, browser: Person | undefined): Promise<Attendee> {
  const name = browser?.name ?? `Gast ${String(nth).padStart(2, "0")} Beispiel`;
  const email = browser?.email ?? freshAddress("nachmittag");
  await listAsMember(networkOf(nth), email);
  const timeZone = nth === 2 ? FAR_ZONE : "Europe/Berlin";
  const visitor = await register(event, { name, email, timeZone });
  await visitor.signInByMail(email);
  const profile = { eventId: event.id, needs: [needOf(nth)], offers: [offerOf(nth)] };
  done(await visitor.ask("/api/me/listing", { json: profile, headers: json }), "the profile");
  const [row] = await sql(z.object({ id: z.string() }), "select id from people where email = $1", [email]);
  if (browser) await giveCookies(browser, visitor);
  return { nth, name, email, personId: row?.id ?? "", visitor, ...(browser ? { browser } : {}) };
}

/** All of them, one after the other: sign-ins and mails are limited. */
export async function everybodyAttends(event: Planned, browsers: readonly Person[]): Promise<Attendee[]> {
  const all: Attendee[] = [];
  for (let nth = 0; nth < PEOPLE; nth++) all.push(await attend(event, nth, browsers[nth]));
  return all;
}
