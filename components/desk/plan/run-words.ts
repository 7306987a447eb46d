import { useFormatter, useTranslations } from "next-intl";
import type { PlanRunView } from "@/domain/matchmaking/labels";

/** Part of the proven bound that is reached, in tenths of a percent and never more than it is: “at least” must be true. */
export const reachedOf = ({ gap }: Pick<PlanRunView, "gap">): number | undefined =>
  gap === null ? undefined : Math.floor((1 - gap) * 1000 + 1e-6) / 1000;

/** Whether all is proven that there is a bound of: the wishes. Of gaps, waits and rests nothing is said by it. */
export const isProven = (run: Pick<PlanRunView, "gap">): boolean => (reachedOf(run) ?? 0) >= 1;

/** „mindestens 98,7 % des überhaupt Möglichen“; undefined as long as no bound is known. */
export function useGapWords(): (run: Pick<PlanRunView, "gap">) => string | undefined {
  const t = useTranslations("plan.desk");
  const format = useFormatter();
  return (run) => {
    const reached = reachedOf(run);
    if (reached === undefined) return undefined;
    if (reached >= 1) return t("bestPossible");
    const share = format.number(Math.max(0, reached), { style: "percent", maximumFractionDigits: 1 });
    return t("atLeast", { share });
  };
}
