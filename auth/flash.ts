import "server-only";
import { cookies as nextCookies } from "next/headers";
import { z } from "zod";
import { cookieName, setPageCookie } from "@/lib/cookies";
import { origin } from "@/lib/env";
import type { Failure } from "@/lib/result";
import { seal, unseal } from "@/lib/tokens";
import type { Body } from "./door-body";

const SECONDS = 300;
/** A cookie holds 4 kB; what is longer than this was refused for its length anyway. */
const LONGEST_VALUE = 250;
const LONGEST_NAME = 60;
const MOST_VALUES = 12;

const failure = z.object({
  kind: z.enum(["invalid", "unauthenticated", "forbidden", "not_found", "conflict", "unavailable"]),
  reason: z.string(),
  fields: z.record(z.string(), z.array(z.string())).optional(),
});
const flash = z.object({ failure, entered: z.record(z.string(), z.string()) });
export type Flash = z.infer<typeof flash>;

function enteredOf(body: Body): Record<string, string> {
  const texts = Object.entries(body).flatMap(([name, value]) =>
    typeof value === "string" && name.length <= LONGEST_NAME
      ? [[name, value.slice(0, LONGEST_VALUE)] as const]
      : [],
  );
  return Object.fromEntries(texts.slice(0, MOST_VALUES));
}

type Refused = { failure: Failure; body: Body; page: string };

/** The cookie that carries a refused form to the one page that shows it again: what was typed, and why not. */
export async function flashCookie({ failure: refused, body, page }: Refused): Promise<string> {
  const { kind, reason, fields } = refused;
  const text = await seal("flash", { failure: { kind, reason, fields }, entered: enteredOf(body) }, SECONDS);
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

/** For the dynamic form page: the refusal that led here, if one did. */
export async function readFlash(): Promise<Flash | undefined> {
  const store = await nextCookies();
  return unseal("flash", store.get(cookieName("flash"))?.value, flash);
}
