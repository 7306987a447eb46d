import "server-only";
import { requestCorrespondence } from "@/domain/matchmaking/queries/correspondence";
import type { Actor, Seat } from "@/domain/policy";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { ownPath } from "@/lib/own-path";
import { readRequestToken } from "@/lib/tokens";
import type { Door } from "./doors";
import { seatsCookie, seatsIn, withSeat } from "./seats";

/** The registration behind a posted token of a request's mail: whoever has it received that mail. */
async function seatOfToken(door: Door): Promise<Seat | undefined> {
  const { token } = door.body;
  const read = typeof token === "string" ? await readRequestToken(token) : undefined;
  const found = read && (await requestCorrespondence(read.requestId));
  const side = [found?.from, found?.to].find((one) => one?.personId === read?.personId);
  if (!found || !side) return undefined;
  return { registrationId: side.registrationId, eventId: found.event.eventId, via: "mail" };
}

/** Who answers: the holder of the mailed token and nobody else, or whoever the cookies say. */
export async function actorByMail(door: Door): Promise<Actor> {
  const seat = await seatOfToken(door);
  return seat ? { type: "guest", seats: [seat] } : door.actor;
}

const DAYS = 14;
/** Tells cached pages that it is worth asking for the talk banner. Holds nothing, so scripts may read it. */
const hasTalks = () => `plenum-has-talks=1; Path=/; SameSite=Lax; Max-Age=${DAYS * 86_400}`;

/** Cookies after something was done about talks: the banner's hint, and the seat that the token proved. */
export async function talkCookies(door: Door): Promise<string[]> {
  const seat = await seatOfToken(door);
  if (!seat) return [hasTalks()];
  return [hasTalks(), await seatsCookie(withSeat(await seatsIn(door.cookies), seat))];
}

/** The page a form of talks leads back to: the posted one without language prefix, if it is one of ours. */
export function talksPage({ body }: Door, done?: string): string {
  const asked = ownPath(body.back, "/me/talks");
  const back = /^\/me(?:\/|\?|$)/.test(asked) ? asked : "/me/talks";
  const path = href(localeOf(body.locale), back);
  return done === undefined ? path : `${path}${path.includes("?") ? "&" : "?"}done=${done}`;
}

/** The page behind the mailed token, or the list of talks. */
export function requestPage(door: Door): string {
  const { token, locale } = door.body;
  return typeof token === "string" && /^[\w.-]+$/.test(token)
    ? href(localeOf(locale), `/t/${token}`)
    : talksPage(door);
}
