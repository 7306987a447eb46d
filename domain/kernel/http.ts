import type { Failure, FailureKind, Result } from "@/lib/result";

/** HTTP status of each way to refuse; the only place that knows. */
export const statusOf: Record<FailureKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
};

/** What a browser's program reads of a refusal: keys of the `errors` catalog, never sentences. */
export type FailureBody = { failure: Pick<Failure, "kind" | "reason" | "fields" | "details"> };

/** A Result as a JSON response: 200 with the value, or the failure's status with `{ failure }`. Never cached. */
export function resultResponse(result: Result<unknown>): Response {
  const headers = { "cache-control": "no-store" };
  if (result.ok) return Response.json(result.value ?? {}, { headers });
  const { kind, reason } = result.failure;
  const status = reason === "rate_limited" ? 429 : statusOf[kind];
  const retry: Record<string, string> = kind === "unavailable" ? { "retry-after": "5" } : {};
  const body: FailureBody = { failure: result.failure };
  return Response.json(body, { status, headers: { ...headers, ...retry } });
}
