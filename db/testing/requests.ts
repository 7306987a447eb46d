import { origin } from "@/lib/env";

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

export const noParams = { params: Promise.resolve({}) };
