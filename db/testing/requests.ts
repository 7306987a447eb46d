import { cookieName } from "@/lib/cookies";
import { origin } from "@/lib/env";
import type { Id } from "@/lib/ids";
import { db } from "../client";
import { logins } from "../schema/people";

type Options = {
  /** Origin header; null leaves it out. */
  from?: string | null;
  cookie?: string;
  json?: boolean;
  /** Sent instead of the fields, as this content type. */
  raw?: { body: string; type: string };
};

/** A form post as a browser of ours sends it, unless the options say otherwise. */
export function formPost(path: string, fields: Record<string, string>, options: Options = {}): Request {
  const { from = origin(), cookie, json = false, raw } = options;
  const headers = new Headers({ "content-type": raw?.type ?? "application/x-www-form-urlencoded" });
  if (from !== null) headers.set("origin", from);
  if (cookie) headers.set("cookie", cookie);
  if (json) headers.set("accept", "application/json");
  const body = raw?.body ?? new URLSearchParams(fields).toString();
  return new Request(`${origin()}${path}`, { method: "POST", headers, body });
}

export type Part = { name: string; content: string | Uint8Array<ArrayBuffer> };
type WithFiles = { cookie?: string; from?: string; html?: boolean; address?: string };

/** A form with files by the names of their fields, as a browser sends it; answered as to a program unless said otherwise. */
export function filesPost(
  path: string,
  { fields, parts }: { fields: Record<string, string>; parts: readonly (readonly [string, Part])[] },
  { cookie, from = origin(), html = false, address }: WithFiles = {},
): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [field, { name, content }] of parts) form.append(field, new File([content], name));
  const headers = new Headers({ origin: from });
  if (!html) headers.set("accept", "application/json");
  if (cookie) headers.set("cookie", cookie);
  if (address) headers.set("x-plenum-client-ip", address);
  return new Request(`${origin()}${path}`, { method: "POST", headers, body: form });
}

/** The cookies an answer sets, as the browser would send them back; those it takes away are left out. */
export const cookiesFrom = (...responses: readonly Response[]): string =>
  responses
    .flatMap((response) => response.headers.getSetCookie())
    .filter((text) => !text.includes("Max-Age=0"))
    .map((text) => text.split(";")[0])
    .join("; ");

type LinkDoor = (request: Request, context: { params: Promise<{ token: string }> }) => Promise<Response>;

/** What a browser is answered that opens the link of a mail; its door is the route behind the first part of the path. */
export function openMailed(door: LinkDoor, link: string): Promise<Response> {
  const token = new URL(link).pathname.split("/").at(-1) ?? "";
  return door(new Request(link), { params: Promise.resolve({ token }) });
}

/** The cookie of a browser in which this person is signed in for an hour. */
export async function loginCookieOf({ id: userId }: { id: Id<"person"> }): Promise<string> {
  const sessionToken = crypto.randomUUID();
  const expires = new Date(Date.now() + 3_600_000);
  await db().insert(logins).values({ sessionToken, userId, expires });
  return `${cookieName("login")}=${sessionToken}`;
}

export const noParams = { params: Promise.resolve({}) };
