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

/** The cookies an answer sets, as the browser would send them back; those it takes away are left out. */
export const cookiesFrom = (...responses: readonly Response[]): string =>
  responses
    .flatMap((response) => response.headers.getSetCookie())
    .filter((text) => !text.includes("Max-Age=0"))
    .map((text) => text.split(";")[0])
    .join("; ");

/** The cookie of a browser in which this person is signed in for an hour. */
export async function loginCookieOf({ id: userId }: { id: Id<"person"> }): Promise<string> {
  const sessionToken = crypto.randomUUID();
  const expires = new Date(Date.now() + 3_600_000);
  await db().insert(logins).values({ sessionToken, userId, expires });
  return `${cookieName("login")}=${sessionToken}`;
}

export const noParams = { params: Promise.resolve({}) };
