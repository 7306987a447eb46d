import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { personOfLogin } from "@/domain/people/queries";
import type { Actor } from "@/domain/policy";
import { ownersOf } from "@/domain/registration/queries/seat-owners";
import { type Cookies, cookiesIn } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";
import { pageCookies } from "./page-cookies";
import { seatsIn } from "./seats";

export type PersonActor = Extract<Actor, { type: "person" }>;

/** next-auth's tokens are UUIDs and ours hex; nothing longer is worth a look at the database. */
const isToken = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{16,128}$/.test(text);

/**
 * Who is behind these cookies: a person with every grant, or a guest. Reads next-auth's login row itself, with the
 * grants in the same round trip, because each page and each request of a room asks this. Who is signed in is nobody else:
 * the mailed link of another person's registration counts only after the sign-out, see decision 020.
 */
export async function actorIn(cookies: Cookies): Promise<Actor> {
  const seats = await seatsIn(cookies);
  const token = cookies.get("login");
  if (!isToken(token)) return { type: "guest", seats };
  const mailed = seats.flatMap(({ via, registrationId }) => (via === "mail" ? [registrationId] : []));
  const [person, owners] = await Promise.all([personOfLogin(token, now()), ownersOf(mailed)]);
  if (!person) return { type: "guest", seats };
  const own = seats.filter(
    ({ via, registrationId }) => via === "claim" || owners.get(registrationId) === person.personId,
  );
  return { type: "person", ...person, seats: own };
}

/** For route handlers. */
export const actorOf = (request: Request): Promise<Actor> =>
  actorIn(cookiesIn(request.headers.get("cookie")));

/** For pages and actions; asked once per request however many components need it. */
export const currentActor = cache(async (): Promise<Actor> => {
  return actorIn(await pageCookies());
});

/** The signed-in person, or a redirect to the sign-in page that comes back to `path` (without language prefix). */
export async function requirePerson(locale: Locale, path: string): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor.type === "person") return actor;
  redirect(href(locale, `/login?${new URLSearchParams({ next: href(locale, path) })}`));
}
