/** The closed list of ways an expected outcome can refuse; doors map each of them once. */
export type FailureKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "unavailable";

/** An expected outcome the caller must show or handle. Bugs and outages are thrown instead. */
export type Failure<Reason extends string = string> = {
  kind: FailureKind;
  reason: Reason;
  /** Per field: keys of the `errors` catalog, never sentences. */
  fields?: Record<string, string[]>;
  /** What the person needs to go on, such as the next free slots. JSON only. */
  details?: Record<string, unknown>;
};

export type Result<Value, Reason extends string = string> =
  | { ok: true; value: Value }
  | { ok: false; failure: Failure<Reason> };

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;

export const fail = <Reason extends string>(
  kind: FailureKind,
  reason: Reason,
  more: Pick<Failure, "fields" | "details"> = {},
) => ({ ok: false, failure: { kind, reason, ...more } }) as const;
