import "server-only";
import { cookies as nextCookies } from "next/headers";
import { z } from "zod";
import type { Actor } from "@/domain/policy";
import { cookieName, setPageCookie } from "@/lib/cookies";
import { origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { locales } from "@/lib/i18n/locales";
import type { Failure } from "@/lib/result";
import { seal, unseal } from "@/lib/tokens";
import type { Body } from "./door-body";
import { currentActor } from "./session";

const SECONDS = 300;
/** A cookie holds 4 kB, a third of which is lost to encoding; what is longer was refused for its length anyway. */
const MOST_BYTES = 2_500;
const LONGEST_VALUE = 1_000;
const LONGEST_NAME = 60;

const failure = z.object({
  kind: z.enum(["invalid", "unauthenticated", "forbidden", "not_found", "conflict", "unavailable"]),
  reason: z.string(),
  fields: z.record(z.string(), z.array(z.string())).optional(),
});
const flash = z.object({
  who: z.string(),
  failure,
  entered: z.record(z.string(), z.string()),
  lists: z.record(z.string(), z.array(z.string())).default({}),
});
export type Flash = z.infer<typeof flash>;

/**
 * Whose form it is: whoever signs in on a shared machine must not find what was typed before. Guests have no name, and
 * none of their cookies tells two at one browser apart: for them the minutes above and the path of the page are all.
 */
const whoOf = (actor: Actor): string => (actor.type === "person" ? actor.personId : "guest");

const isText = (value: unknown): value is string => typeof value === "string";
const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** Texts, and what was ticked where several boxes share a name, for as long as the cookie has room. */
function keptOf(body: Body): Pick<Flash, "entered" | "lists"> {
  const kept: Pick<Flash, "entered" | "lists"> = { entered: {}, lists: {} };
  let left = MOST_BYTES;
  for (const [name, value] of Object.entries(body)) {
    const list = Array.isArray(value) ? value.filter(isText) : undefined;
    const text = isText(value) ? value.slice(0, LONGEST_VALUE) : undefined;
    const size = sizeOf([name, list ?? text ?? ""]);
    if (name.length > LONGEST_NAME || size > left) continue;
    left -= size;
    if (list) kept.lists[name] = list;
    if (text !== undefined) kept.entered[name] = text;
  }
  return kept;
}

type Refused = { actor: Actor; failure: Failure; body: Body; page: string };

/** The cookie that carries a refused form to the one page that shows it again: what was typed, and why not. */
export async function flashCookie({ actor, failure: refused, body, page }: Refused): Promise<string> {
  const { kind, reason, fields } = refused;
  const kept = { who: whoOf(actor), failure: { kind, reason, fields }, ...keptOf(body) };
  const text = await seal("flash", kept, SECONDS);
  const path = new URL(page, origin()).pathname;
  return setPageCookie({ kind: "flash", value: text, path, maxAgeSeconds: SECONDS });
}

/** Forgets the refusal that the page showed from which the form was now accepted; none for a page unknown. */
export function noFlash(request: Request): string[] {
  const from = request.headers.get("referer");
  if (!from || !URL.canParse(from)) return [];
  const { origin: host, pathname } = new URL(from);
  return host === origin()
    ? [setPageCookie({ kind: "flash", value: "", path: pathname, maxAgeSeconds: 0 })]
    : [];
}

/** Personal pages whose address is the same for everybody; what lies under another is of no use to anybody else. */
const PERSONAL_PAGES = ["/me", "/me/profile", "/me/talks", "/me/talks/ask"];

/** Forgets, where that can be done, what whoever signs out has typed. */
export const noPersonalFlash = (): string[] =>
  locales.flatMap((locale) =>
    PERSONAL_PAGES.map((page) =>
      setPageCookie({ kind: "flash", value: "", path: href(locale, page), maxAgeSeconds: 0 }),
    ),
  );

/** The refusal in a cookie, if this actor is the one who was refused. */
export async function flashFor(actor: Actor, text: string | undefined): Promise<Flash | undefined> {
  const kept = await unseal("flash", text, flash);
  return kept?.who === whoOf(actor) ? kept : undefined;
}

/** For the dynamic form page: the refusal that led here, if one did. */
export async function readFlash(): Promise<Flash | undefined> {
  const [store, actor] = await Promise.all([nextCookies(), currentActor()]);
  return flashFor(actor, store.get(cookieName("flash"))?.value);
}
