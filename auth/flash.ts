import "server-only";
import { cookies as nextCookies } from "next/headers";
import { z } from "zod";
import { clearCookie, cookieName, setCookie } from "@/lib/cookies";
import type { Failure } from "@/lib/result";
import { seal, unseal } from "@/lib/tokens";
import type { Body } from "./door-body";

const SECONDS = 300;
/** A cookie holds 4 kB; what is longer than this was refused for its length anyway. */
const LONGEST_VALUE = 250;
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
    typeof value === "string" ? [[name, value.slice(0, LONGEST_VALUE)] as const] : [],
  );
  return Object.fromEntries(texts.slice(0, MOST_VALUES));
}

/** The cookie that carries a refused form to the page that shows it again: what was typed, and why not. */
export async function flashCookie(refused: Failure, body: Body): Promise<string> {
  const { kind, reason, fields } = refused;
  const text = await seal("flash", { failure: { kind, reason, fields }, entered: enteredOf(body) }, SECONDS);
  return setCookie("flash", text, SECONDS);
}

export const noFlash = () => clearCookie("flash");

/** For the dynamic form page: the refusal that led here, if one did. */
export async function readFlash(): Promise<Flash | undefined> {
  const store = await nextCookies();
  return unseal("flash", store.get(cookieName("flash"))?.value, flash);
}
