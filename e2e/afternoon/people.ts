import { z } from "zod";
import { sql } from "../fixtures/database";
import { baseUrl } from "../fixtures/environment";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import type { Person } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import type { Planned } from "../security/planning-over-http";
import { freshAddress } from "../security/registering-over-http";
import { type Attendee, done, json } from "./afternoon";
import { CEM, FAR_ZONE, needOf, networkOf, offerOf } from "./script";

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
export async function attend(event: Planned, nth: number, browser: Person | undefined): Promise<Attendee> {
  const name = browser?.name ?? `Gast ${String(nth).padStart(2, "0")} Beispiel`;
  const email = browser?.email ?? freshAddress("nachmittag");
  await listAsMember(networkOf(nth), email);
  const timeZone = nth === CEM ? FAR_ZONE : "Europe/Berlin";
  const visitor = await register(event, { name, email, timeZone });
  await visitor.signInByMail(email);
  const profile = { eventId: event.id, needs: [needOf(nth)], offers: [offerOf(nth)] };
  done(await visitor.ask("/api/me/listing", { json: profile, headers: json }), "the profile");
  const [row] = await sql(z.object({ id: z.string() }), "select id from people where email = $1", [email]);
  if (browser) await giveCookies(browser, visitor);
  return { nth, name, email, personId: row?.id ?? "", visitor, ...(browser ? { browser } : {}) };
}
