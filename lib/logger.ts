import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { logLevel } from "@/lib/env";

/** Fields that may hold secrets or personal data; pino replaces their values wherever they stand. */
const PRIVATE_FIELDS = [
  "email",
  "to",
  "name",
  "token",
  "code",
  "secret",
  "password",
  "cookie",
  "authorization",
  "ip",
  "body",
];

const MAIL_ADDRESS = /[^\s"<>()[\],;:@]+@[^\s"<>()[\],;:@]+/g;
const TOKEN =
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*|(?<=\/(?:a|i|j|l|t|unsubscribe|calendar(?:\/[a-z])?)\/)[^/?\s"]+|(?<=[?&][\w-]{1,40}=)[^&\s"]+/g;

/** A failed query quotes what was asked with it: names, addresses, texts. */
const QUERY_VALUES = /\bparams: [\s\S]*?(?=\n\s+at |$)/g;

/** Takes mail addresses, signed tokens, personal links and values of queries out of a line of text. */
export function scrub(text: string): string {
  return text
    .replace(QUERY_VALUES, "params: [redacted]")
    .replace(TOKEN, "[token]")
    .replace(MAIL_ADDRESS, "[mail]");
}

// The server in front of Next and Next's own bundles each load this file; a request is the same in all of them.
const shared = globalThis as typeof globalThis & {
  plenumRequests?: AsyncLocalStorage<{ requestId: string }>;
};
shared.plenumRequests ??= new AsyncLocalStorage();
const requests = shared.plenumRequests;

/** Runs `work` so that every log line inside carries this request id. */
export function withRequestId<T>(requestId: string, work: () => T): T {
  return requests.run({ requestId }, work);
}

/** The id of the request or job we are in, if any; audit rows and error pages carry it. */
export const currentRequestId = () => requests.getStore()?.requestId;

/** An error for the log: errors keep their stack for the operator; what they quote from rows or requests goes. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === "string" ? scrub(error) : error;
  const { cause } = error;
  return {
    type: error.name,
    message: scrub(error.message),
    stack: scrub(error.stack ?? ""),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

/** JSON lines on standard output, with the request id and without personal data. */
export const logger = pino({
  level: logLevel(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  // A copy: pino writes the fields of the line into what it gets here.
  mixin: () => ({ ...requests.getStore() }),
  redact: {
    paths: PRIVATE_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: "[redacted]",
  },
  serializers: { err: describeError, error: describeError },
  hooks: {
    logMethod(parts, method) {
      const clean = parts.map((part) => (typeof part === "string" ? scrub(part) : part));
      method.apply(this, clean as Parameters<typeof method>);
    },
  },
});
