import "server-only";
import { setHint } from "@/lib/hints";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { ownPath } from "@/lib/own-path";
import type { Door } from "./doors";

const DAYS = 14;
/** Tells cached pages that it is worth asking for the talk banner. */
export const talkCookies = (): string[] => [setHint("hasTalks", DAYS * 86_400)];

/** The page a form of talks leads back to: the posted one without language prefix, if it is one of ours. */
export function talksPage({ body }: Door, done?: string): string {
  const asked = ownPath(body.back, "/me/talks");
  const back = /^\/me(?:\/|\?|$)/.test(asked) ? asked : "/me/talks";
  const path = href(localeOf(body.locale), back);
  return done === undefined ? path : `${path}${path.includes("?") ? "&" : "?"}done=${done}`;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** The requests of the event that a form names. */
export const requestsPage = (door: Door, done: string): string => {
  const back = `/me/talks?${new URLSearchParams({ event: textOf(door.body.eventSlug), tab: "requests" })}`;
  return talksPage({ ...door, body: { ...door.body, back } }, done);
};

/** The page on which the times of a request are chosen anew. */
export const changePage = ({ body, params }: Door): string =>
  href(localeOf(body.locale), `/me/talks/requests/${encodeURIComponent(params.id ?? "")}/times`);

/** The organizers' page of talks that a form was posted from. */
export function deskTalksPage({ body }: Door, done?: string): string {
  const asked = ownPath(body.back, "/o");
  const path = href(localeOf(body.locale), /^\/o(?:\/|$)/.test(asked) ? asked : "/o");
  return done === undefined ? path : `${path}?done=${done}`;
}

/** Where a talk was moved from: the page of one of its people, or the organizers' list. */
export const movedPage = (door: Door, done?: string): string =>
  /^\/o(?:\/|$)/.test(ownPath(door.body.back, "/me/talks"))
    ? deskTalksPage(door, done)
    : talksPage(door, done);
