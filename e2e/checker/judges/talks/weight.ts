import { outcomeOf } from "../../intended";
import type { TalkEvidence, TalkOperation } from "../../talks/evidence";
import { done } from "./history";

/** Whether the talks of a run put the promises to the test at all. */
export function judgeTalkWeight({ talks }: { talks: TalkEvidence }): string[] {
  const { operations, facts, meetings } = talks;
  const kinds: readonly TalkOperation["kind"][] = [
    ...(["ask", "accept", "decline", "counter", "move", "call-off", "book", "publish"] as const),
  ];
  const refused = (reason: string) =>
    operations.filter(({ sends }) =>
      sends.some(({ said, outcome }) => outcome === "fail" && said === reason),
    );
  const needed: Record<string, number> = {
    ...Object.fromEntries(kinds.map((kind) => [`${kind} that was answered ok`, done(talks, kind).length])),
    "time that was taken": refused("slot_taken").length,
    "refusal of what has to be refused": operations.filter((one) => one.isBad && outcomeOf(one) === "fail")
      .length,
    "request sent twice": operations.filter(({ sends }) => sends.length > 1).length,
    "talk that a plan made": facts.flatMap(({ added }) => added).length,
    "talk that stands": meetings.filter(({ status }) => status === "accepted").length,
    "talk that is off": meetings.filter(({ status }) => status === "cancelled").length,
  };
  return Object.entries(needed).flatMap(([what, number]) => (number > 0 ? [] : [`no ${what}`]));
}
