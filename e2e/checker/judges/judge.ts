import type { Evidence } from "../evidence";
import { judgeMails } from "./mails";
import { judgeDurability, judgeHonesty } from "./people";
import { judgeCapacity, judgeFairness, judgeIdlePlaces } from "./seats";
import { judgeWeight } from "./weight";

export type Verdict = { promise: string; violations: string[] };

const judges: Record<string, (evidence: Evidence) => string[]> = {
  "I1 capacity": judgeCapacity,
  "I2 durability": judgeDurability,
  "I3 honesty": judgeHonesty,
  "I5 fairness": judgeFairness,
  "I6 no idle place": judgeIdlePlaces,
  "I7 mail": judgeMails,
  "the run put them to the test": judgeWeight,
};

/** Every promise about registrations with what breaks it; an empty list keeps it. */
export const judge = (evidence: Evidence): Verdict[] =>
  Object.entries(judges).map(([promise, violations]) => ({ promise, violations: violations(evidence) }));
