import { NAMED_PROBLEMS } from "./limits";

/** Why a file is no calendar that can be read; nothing of it is kept then. */
export const refusals = ["too_large", "empty_file", "not_a_calendar", "damaged", "too_hard"] as const;
export type Refusal = (typeof refusals)[number];

/** What is wrong with a part of a file, while the rest is kept. */
export type ProblemCode =
  | "null_bytes"
  | "encoding"
  | "bad_line"
  | "no_start"
  | "bad_start"
  | "bad_end"
  | "bad_duration"
  | "end_before_start"
  | "too_long"
  | "bad_rule"
  | "bad_exception"
  | "bad_date"
  | "unknown_zone"
  | "range_ignored"
  | "too_many_occurrences";

/** `uid` names the event to whoever reads the file by command; an import keeps the code alone. */
export type Problem = { code: ProblemCode; uid?: string };

/** Collects problems; from some number on it only counts them. */
export function problemList() {
  const named: Problem[] = [];
  let count = 0;
  return {
    named,
    add(code: ProblemCode, uid?: string) {
      count += 1;
      if (named.length < NAMED_PROBLEMS) named.push(uid ? { code, uid: uid.slice(0, 200) } : { code });
    },
    count: () => count,
  };
}
export type ProblemList = ReturnType<typeof problemList>;
