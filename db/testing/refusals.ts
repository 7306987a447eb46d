import type { Result } from "@/lib/result";

/** Why a command refused, as kind and reason, with the problem of each field; "done" for one that went through. */
export function refusalOf(result: Result<unknown>): string {
  if (result.ok) return "done";
  const { kind, reason, fields } = result.failure;
  const problems = Object.entries(fields ?? {}).map(([field, keys]) => ` ${field}: ${keys.join(", ")}`);
  return `${kind} ${reason}${problems.join(";")}`;
}

/** What somebody hears who may not: that it is not for them, or that there is nothing. Bad input is neither. */
export const CLOSED = /^(?:forbidden not_allowed|not_found missing)$/;
