import "server-only";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { cookies as nextCookies } from "next/headers";
import { z } from "zod";
import type { Actor } from "@/domain/policy";
import { cookieName, setPageCookie } from "@/lib/cookies";
import { origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { locales } from "@/lib/i18n/locales";
import { idOf } from "@/lib/ids";
import type { Failure } from "@/lib/result";
import { seal, unseal } from "@/lib/tokens";
import type { Body } from "./door-body";
import { currentActor } from "./session";

const SECONDS = 300;
/** Signing in again takes a mail. */
const SECONDS_TO_SIGN_IN = 1_800;
/** A browser throws away a cookie of more than 4 kB whole, and these bytes are encoded twice on their way into it. */
const MOST_BYTES = 2_200;
/** More than a form of ours ever holds: what is sealed here is ours, and still nobody gets a gigabyte unpacked. */
const MOST_UNPACKED = 1_000_000;
/** More than a field of ours takes, also one that posts two characters for each end of a line. */
const LONGEST_VALUE = 10_000;
const LONGEST_NAME = 60;
/** So many fields are named for which there was no room: their names need room themselves. */
const MOST_MISSING = 20;

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
  /** Fields for which the cookie had no room: the page says so, because nothing is cut or lost unsaid. */
  missing: z.array(z.string()).default([]),
});
export type Flash = z.infer<typeof flash>;

const signedOut = { kind: "unauthenticated", reason: "signed_out" } as const;

/** Undefined for what could not be unpacked again, or does not fit into a cookie. */
function packedOf(kept: Flash): Buffer | undefined {
  const text = Buffer.from(JSON.stringify(kept));
  const bytes = text.length > MOST_UNPACKED ? undefined : deflateRawSync(text);
  return bytes && bytes.length <= MOST_BYTES ? bytes : undefined;
}
const packed = z
  .string()
  .transform((text, context) => {
    try {
      const options = { maxOutputLength: MOST_UNPACKED };
      return JSON.parse(inflateRawSync(Buffer.from(text, "base64url"), options).toString());
    } catch {
      context.addIssue({ code: "custom", message: "packed" });
      return z.NEVER;
    }
  })
  .pipe(flash);

/**
 * Whose form it is: whoever signs in on a shared machine must not find what was typed before. Guests have no name, and
 * none of their cookies tells two at one browser apart: for them the minutes above and the path of the page are all.
 */
const whoOf = (actor: Actor): string => (actor.type === "person" ? actor.personId : "guest");

const personNamed = idOf("person");

/** On whose page the form stood, when the session ended before it was sent: to that person it is shown again. */
const formerOwner = ({ actor, body }: Pick<Refused, "actor" | "body">): string | undefined =>
  actor.type === "guest" ? personNamed.safeParse(body.formOf).data : undefined;

const isText = (value: unknown): value is string => typeof value === "string";
const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

type Field = readonly [name: string, value: string | string[]];

/** Texts, whole or not at all, and what was ticked where several boxes share a name; the shortest first. */
function fieldsOf(body: Body): Field[] {
  const fields = Object.entries(body).flatMap(([name, value]): Field[] => {
    if (name.length > LONGEST_NAME) return [];
    if (Array.isArray(value)) return [[name, value.filter(isText)]];
    return isText(value) ? [[name, value]] : [];
  });
  return fields.toSorted((a, b) => sizeOf(a) - sizeOf(b));
}

const isBearable = ([, value]: Field) => !isText(value) || value.length <= LONGEST_VALUE;

type Said = Pick<Flash, "who" | "failure">;

const withFields = (said: Said, fields: readonly Field[], missing: readonly Field[]): Flash => ({
  ...said,
  missing: missing.slice(-MOST_MISSING).map(([name]) => name),
  entered: Object.fromEntries(fields.filter((field): field is [string, string] => isText(field[1]))),
  lists: Object.fromEntries(fields.filter((field): field is [string, string[]] => !isText(field[1]))),
});

/** What was wrong, and as many fields as the cookie has room for: a long text goes before forty short ones do. */
function fitting(said: Said, body: Body): Buffer {
  const { kept = [], tooLong = [] } = Object.groupBy(fieldsOf(body), (field) =>
    isBearable(field) ? "kept" : "tooLong",
  );
  const packedWith = (most: number) =>
    packedOf(withFields(said, kept.slice(0, most), [...kept.slice(most), ...tooLong]));
  let best = packedWith(0) ?? deflateRawSync(JSON.stringify(withFields(said, [], [])));
  let [fits, most] = [0, kept.length];
  while (fits < most) {
    const tried = Math.ceil((fits + most) / 2);
    const bytes = packedWith(tried);
    if (bytes) [best, fits] = [bytes, tried];
    else most = tried - 1;
  }
  return best;
}

type Refused = { actor: Actor; failure: Failure; body: Body; page: string };

/** The cookie that carries a refused form to the one page that shows it again: what was typed, and why not. */
export async function flashCookie({ actor, failure: refused, body, page }: Refused): Promise<string> {
  const { kind, reason, fields } = refused;
  const owner = formerOwner({ actor, body });
  const said = owner
    ? { who: owner, failure: signedOut }
    : { who: whoOf(actor), failure: { kind, reason, fields } };
  const seconds = owner ? SECONDS_TO_SIGN_IN : SECONDS;
  const text = await seal("flash", fitting(said, body).toString("base64url"), seconds);
  const path = new URL(page, origin()).pathname;
  return setPageCookie({ kind: "flash", value: text, path, maxAgeSeconds: seconds });
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
  const kept = await unseal("flash", text, packed);
  return kept?.who === whoOf(actor) ? kept : undefined;
}

/** For the dynamic form page: the refusal that led here, if one did. */
export async function readFlash(): Promise<Flash | undefined> {
  const [store, actor] = await Promise.all([nextCookies(), currentActor()]);
  return flashFor(actor, store.get(cookieName("flash"))?.value);
}
