import "server-only";
import type { z } from "zod";
import type { Command } from "@/domain/kernel/command";
import type { Call } from "@/domain/kernel/context";
import { isUnavailable } from "@/domain/kernel/failures";
import { resultResponse } from "@/domain/kernel/http";
import type { Actor } from "@/domain/policy";
import { type Cookies, cookiesIn } from "@/lib/cookies";
import { origin } from "@/lib/env";
import { currentRequestId, logger, withRequestId } from "@/lib/logger";
import { type Failure, fail, type Result } from "@/lib/result";
import { type Body, type Brought, bodyOfForm, contentOf, keyOfIntention, saidIn, wordsOf } from "./door-body";
import { type FileLine, inFileTurn } from "./file-turns";
import { flashCookie, noFlash } from "./flash";
import { retryPage } from "./retry-page";
import { actorIn } from "./session";

/** What a door knows of the request it lets in. */
export type Door = {
  request: Request;
  url: URL;
  /** Segments of the address, such as `slug`. */
  params: Record<string, string>;
  body: Body;
  /** What a form brought along; looked at by the doors alone that take files. */
  files: Brought;
  actor: Actor;
  cookies: Cookies;
};

type RouteContext = { params: Promise<Record<string, string | string[] | undefined> | undefined> };
export type Route = (request: Request, context: RouteContext) => Promise<Response>;

const refuse = (status: number, failure: Failure) =>
  Response.json({ failure }, { status, headers: { "cache-control": "no-store" } });

/** True for a program; a browser that posts a form wants a page. */
export const wantsJson = (request: Request) =>
  (request.headers.get("accept") ?? "").includes("application/json");

/** An answer for every surprise: 503 when the database is away, else 500 with the request id and nothing else. */
function surprise(error: unknown): Response {
  const requestId = currentRequestId();
  if (isUnavailable(error)) {
    logger.warn({ error }, "database away");
    return resultResponse(fail("unavailable", "try_again"));
  }
  logger.error({ error }, "request failed");
  return refuse(500, { kind: "unavailable", reason: "internal", details: { requestId } });
}

async function paramsOf(context: RouteContext): Promise<Record<string, string>> {
  // Routes without a segment get no params at all, whatever their type says.
  const entries = Object.entries((await context.params) ?? {});
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

type Content = Pick<Door, "body" | "files">;
const nothing: Content = { body: {}, files: new Map() };

async function doorOf(request: Request, context: RouteContext, content: Content): Promise<Door> {
  const cookies = cookiesIn(request.headers.get("cookie"));
  const [params, actor] = await Promise.all([paramsOf(context), actorIn(cookies)]);
  return { request, url: new URL(request.url), params, ...content, actor, cookies };
}

const identified = <Value>(request: Request, work: () => Promise<Value>): Promise<Value> =>
  withRequestId(request.headers.get("x-request-id") ?? crypto.randomUUID(), work);

const busy = fail("unavailable", "try_again").failure;

type WriteDoor = {
  handle: (door: Door) => Promise<Response>;
  onSurprise: (error: unknown, request: Request, content: Content) => Response;
  /** Asked before anything of the body is read; a failure is answered instead. */
  before?: ((door: Door) => Promise<Failure | undefined>) | undefined;
  /** The answer to what is not let in; the door has what was typed. */
  turnAway?: (door: Door, failure: Failure) => Promise<Response>;
  /** Where a form with files waits. */
  line?: FileLine | undefined;
};

/** The answer to a form that is not let in: of its body the words alone are read, so that they can be shown again. */
async function turnedAway(knocking: Door, failure: Failure, turnAway: WriteDoor["turnAway"]) {
  const { request } = knocking;
  if (!turnAway || wantsJson(request)) return resultResponse({ ok: false, failure });
  return turnAway({ ...knocking, ...(await wordsOf(request)) }, failure);
}

/** Lets a write in when it comes from our own pages and its body can be read. */
function writeDoor({ handle, onSurprise, before, turnAway, line = "strangers" }: WriteDoor): Route {
  return (request, context) =>
    identified(request, async () => {
      if (request.headers.get("origin") !== origin())
        return refuse(403, { kind: "forbidden", reason: "foreign_origin" });
      let content: Content | undefined;
      try {
        const knocking = await doorOf(request, context, nothing);
        const failure = await before?.(knocking);
        if (failure) return await turnedAway(knocking, failure, turnAway);
        const answer = await inFileTurn({ request, line }, async () => {
          content = await contentOf(request);
          if (!content) return refuse(400, { kind: "invalid", reason: "malformed" });
          return handle({ ...knocking, ...content });
        });
        return answer ?? (await turnedAway(knocking, busy, turnAway));
      } catch (error) {
        // What was typed is shown again, also where the database was away before it was read.
        return onSurprise(error, request, content ?? (await wordsOf(request)));
      }
    });
}

type FileDoor = {
  /** Asked before a byte of the file is read. */
  mayBring: (door: Door) => Promise<boolean>;
  handle: (door: Door, file: File | undefined) => Promise<Response>;
  /** The answer to a form for which there is no room now. */
  turnAway: (door: Door, failure: Failure) => Promise<Response>;
  line?: FileLine;
};

/** Reads the form and passes it on. An empty file field is posted as a file without a name. */
async function takeFile(door: Door, handle: FileDoor["handle"]): Promise<Response> {
  const form = await door.request.formData().catch(() => undefined);
  const body = bodyOfForm(form);
  if (!body) return refuse(400, { kind: "invalid", reason: "malformed" });
  const file = form?.get("file");
  return handle({ ...door, body }, file instanceof File && file.name !== "" ? file : undefined);
}

/** A form of a signed-in page that brings a file along in its field `file`. Whoever may not bring it is sent to sign in. */
export const fileDoor =
  ({ mayBring, handle, turnAway, line = "office" }: FileDoor): Route =>
  (request, context) =>
    identified(request, async () => {
      if (request.headers.get("origin") !== origin())
        return refuse(403, { kind: "forbidden", reason: "foreign_origin" });
      try {
        const door = await doorOf(request, context, nothing);
        if (await mayBring(door))
          return (
            (await inFileTurn({ request, line }, () => takeFile(door, handle))) ??
            (await turnedAway(door, busy, turnAway))
          );
        return wantsJson(request) ? resultResponse(fail("not_found", "missing")) : seeOther("/o");
      } catch (error) {
        return surprise(error);
      }
    });

/** How a door calls a command: its actor, the request id, and the key the browser made for this intention. */
export function callOf({ request, actor, body }: Door, input: unknown): Call {
  const idempotencyKey = keyOfIntention(request.headers.get("idempotency-key") ?? body.idempotencyKey);
  return { actor, input, requestId: currentRequestId(), idempotencyKey };
}

/** A write whose answer is neither a command's value nor a form's: the handler makes the response. */
export const plainDoor = (handle: (door: Door) => Promise<Response>): Route =>
  writeDoor({ handle, onSurprise: surprise });

/** A write that answers with JSON, for routes that choose between commands. */
export const jsonDoor = (handle: (door: Door) => Promise<Result<unknown> | Response>): Route =>
  writeDoor({
    handle: async (door) => {
      const result = await handle(door);
      return result instanceof Response ? result : resultResponse(result);
    },
    onSurprise: surprise,
  });

/** GET with a JSON answer, never cached: 404 for undefined. A Response is passed on as it is. */
export const jsonQuery =
  (read: (door: Door) => Promise<unknown>): Route =>
  (request, context) =>
    identified(request, async () => {
      try {
        const value = await read(await doorOf(request, context, nothing));
        if (value instanceof Response) return value;
        return resultResponse(value === undefined ? fail("not_found", "missing") : { ok: true, value });
      } catch (error) {
        return surprise(error);
      }
    });

/**
 * Where a form leads. `to` is a path on our own host; `json` is the answer for `Accept: application/json`. An outcome
 * that a command must keep but a form shows as a refusal is given as `refusal`.
 */
export type Done = { to: string; json?: unknown; cookies?: readonly string[]; refusal?: Failure };

export const tooMany: Failure = { kind: "unavailable", reason: "rate_limited" };

/** 303, so that a reload never posts again, and without a referrer, so that no token leaves with it. */
export function seeOther(to: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({
    location: to,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

type FormRoute<Value> = {
  input: (door: Door) => Promise<unknown> | unknown;
  done: (value: Value, door: Door) => Promise<Done> | Done;
  /** The dynamic page that shows the refused form again, with what was typed. */
  refused: (door: Door, failure: Failure) => Promise<string> | string;
  /** Asked before the command; a failure refuses without it, such as too many requests of one address. */
  guard?: (door: Door) => Promise<Failure | undefined>;
  /** For a form that brings files along. */
  files?: FilesOfForm;
};

/** How a form keeps files: fields that name them take their place, so that a refused form still has them. */
export type FilesOfForm = {
  /** Asked before a byte is read. */
  mayBring: (door: Door) => Promise<Failure | undefined>;
  keep: (door: Door) => Promise<{ body: Body; failure?: Failure }>;
  line?: FileLine;
};

async function withFiles(door: Door, files: FilesOfForm | undefined) {
  if (!files) return { door, failure: undefined };
  const { body, failure } = await files.keep(door);
  return { door: { ...door, body }, failure };
}

/** Files get new names each time they are kept: what a form with files means is what was sent. */
const intentionOf = async (knocking: Door, { idempotencyKey }: Call): Promise<unknown> =>
  idempotencyKey && knocking.files.size > 0 ? saidIn(knocking) : undefined;

/** A form that strangers or mails reach: JSON for programs, else 303 to what comes next. */
export function formRoute<Schema extends z.ZodType, Value, Reason extends string>(
  command: Command<Schema, Value, Reason>,
  { input, done, refused, guard, files }: FormRoute<Value>,
): Route {
  const outcome = async (knocking: Door): Promise<{ result: Result<Value>; door: Door }> => {
    const refusal = await guard?.(knocking);
    const { door, failure } = refusal
      ? { door: knocking, failure: refusal }
      : await withFiles(knocking, files);
    if (failure) return { result: { ok: false, failure }, door };
    const call = callOf(door, await input(door));
    return { result: await command({ ...call, intention: await intentionOf(knocking, call) }), door };
  };
  const refuseForm = async (door: Door, failure: Failure, to: string) =>
    wantsJson(door.request)
      ? resultResponse({ ok: false, failure })
      : seeOther(to, [await flashCookie({ actor: door.actor, failure, body: door.body, page: to })]);
  const turnAway = async (door: Door, failure: Failure) =>
    refuseForm(door, failure, await refused(door, failure));
  const handle = async (knocking: Door): Promise<Response> => {
    const { result, door } = await outcome(knocking);
    if (!result.ok) return refuseForm(door, result.failure, await refused(door, result.failure));
    const { to, json, cookies = [], refusal } = await done(result.value, door);
    if (refusal) return refuseForm(door, refusal, to);
    if (!wantsJson(door.request)) return seeOther(to, [...cookies, ...noFlash(door.request)]);
    const response = resultResponse({ ok: true, value: json ?? { to } });
    for (const cookie of cookies) response.headers.append("set-cookie", cookie);
    return response;
  };
  const onSurprise = (error: unknown, request: Request, content: Content) => {
    const answer = surprise(error);
    return wantsJson(request) || !isUnavailable(error) ? answer : retryPage(request, content);
  };
  return writeDoor({ handle, onSurprise, before: files?.mayBring, turnAway, line: files?.line });
}
