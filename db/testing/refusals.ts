import type { Result } from "@/lib/result";

/** Why a command refused, as kind and reason, with the problem of each field; "done" for one that went through. */
export function refusalOf(result: Result<unknown>): string {
  if (result.ok) return "done";
  const { kind, reason, fields } = result.failure;
  const problems = Object.entries(fields ?? {}).map(([field, keys]) => ` ${field}: ${keys.join(", ")}`);
  return `${kind} ${reason}${problems.join(";")}`;
}

/** What somebody hears who may not and is not to know of it: the same as where there is nothing. Bad input is neither. */
export const MISSING = "not_found missing";
/** What somebody hears who may not, but sees it anyway, such as an observer of the event. */
export const NOT_ALLOWED = "forbidden not_allowed";
