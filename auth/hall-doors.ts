import "server-only";
import type { z } from "zod";
import { hallPage, isNewInHall } from "@/domain/interaction/queries/hall";
import type { Command } from "@/domain/kernel/command";
import { resultResponse } from "@/domain/kernel/http";
import type { Actor } from "@/domain/policy";
import type { Cookies } from "@/lib/cookies";
import { setCookie } from "@/lib/cookies";
import { isWithinLimit } from "@/lib/limits";
import { fail } from "@/lib/result";
import { now } from "@/lib/time/clock";
import { callOf, type Door, jsonDoor, jsonQuery, type Route, tooMany } from "./doors";

const nobody: Actor = { type: "guest", seats: [] };

/** As long as one event, and the evening after it. */
const DAY_SECONDS = 24 * 3600;
const SECRET = /^[\w-]{20,64}$/;

/** What this browser is known by in halls: a random number that only its cookie and, as a digest, its row hold. */
export function hallSecretIn(cookies: Cookies): string | undefined {
  const secret = cookies.get("hall");
  return secret !== undefined && SECRET.test(secret) ? secret : undefined;
}

/** The page of a hall; whoever opens it for the first time gets the number by which it knows their questions again. */
export const hallQuery: Route = jsonQuery(async ({ params, cookies, request }) => {
  if (!(await isWithinLimit("hall-read", request))) return resultResponse({ ok: false, failure: tooMany });
  const secret = hallSecretIn(cookies);
  const page = await hallPage(params.token ?? "", secret, now());
  if (!page) return undefined;
  const response = resultResponse({ ok: true, value: page });
  if (!secret) response.headers.append("set-cookie", setCookie("hall", crypto.randomUUID(), DAY_SECONDS));
  return response;
});

/**
 * A write from the hall. Each browser has its own count and all behind one address share another, which is large: a whole
 * hall can come by one; so do browsers that write there for the first time, for whoever drops the cookie is another one and could
 * vote again. A browser that holds no number yet has not opened the page. Whoever fills in the field that nobody sees is told that
 * all went well, and nothing happens. Whoever is signed in besides is nobody here: the page says that we don't know who asks.
 */
export const hallRoute = <Schema extends z.ZodType, Value, Reason extends string>(
  command: Command<Schema, Value, Reason>,
  input: (door: Door) => Record<string, unknown>,
): Route =>
  jsonDoor(async (door) => {
    const secret = hallSecretIn(door.cookies);
    if (!secret) return fail("forbidden", "no_cookie");
    const isCalm =
      (await isWithinLimit("hall", door.request)) && (await isWithinLimit("room", door.request, secret));
    if (!isCalm) return { ok: false, failure: tooMany };
    if (typeof door.body.website === "string" && door.body.website !== "") return { ok: true, value: {} };
    const { token = "" } = door.params;
    if ((await isNewInHall(token, secret)) && !(await isWithinLimit("hall-browser", door.request)))
      return { ok: false, failure: tooMany };
    // Nor is an answer kept for a key: that of one browser would be given to another.
    return command({
      ...callOf(door, { ...input(door), token, secret }),
      actor: nobody,
      idempotencyKey: undefined,
    });
  });
