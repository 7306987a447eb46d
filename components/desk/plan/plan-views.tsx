"use client";

import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/count";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { type PlanView, planViews } from "./views";

type PlanViewsProps = {
  view: PlanView;
  choose: (view: PlanView) => void;
  search: string;
  setSearch: (text: string) => void;
  without: number;
  hasTables: boolean;
};

/** The ways to look at the plan, and the search by name that holds for all of them. */
export function PlanViews({ view, choose, search, setSearch, without, hasTables }: PlanViewsProps) {
  const t = useTranslations("plan.desk");
  const segments = planViews
    .filter((one) => one !== "tables" || hasTables || view === "tables")
    .map((value) => ({
      value,
      label:
        value === "without" ? (
          <>
            {t("view.without")} <Count value={without} />
          </>
        ) : (
          t(`view.${value}`)
        ),
    }));
  return (
    <div className="plan__views">
      <Segmented label={t("views")} segments={segments} value={view} onChange={choose} />
      <Field
        small
        type="search"
        name="planSearch"
        label={t("search")}
        value={search}
        autoComplete="off"
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
    </div>
  );
}
