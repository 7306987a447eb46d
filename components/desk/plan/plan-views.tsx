"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Count } from "@/components/ui/count";
import { Field } from "@/components/ui/field";
import { useSpeak } from "@/components/ui/live-regions";
import { Segmented } from "@/components/ui/segmented";
import { type PlanView, planViews } from "./views";

type PlanViewsProps = {
  view: PlanView;
  choose: (view: PlanView) => void;
  search: string;
  setSearch: (text: string) => void;
  without: number;
  hasTables: boolean;
  /** How many people the search leaves, of how many. */
  found: number;
  of: number;
};

/** The ways to look at the plan, the search by name that holds for all of them, and how many it leaves. */
export function PlanViews(props: PlanViewsProps) {
  const { view, choose, search, setSearch, without, hasTables, found, of } = props;
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
  const counted = search.trim() === "" ? "" : t("found", { found, of });
  useSaid(counted);
  return (
    <div className="plan__views">
      <Segmented label={t("views")} segments={segments} value={view} onChange={choose} />
      <div className="plan__search">
        <Field
          small
          type="search"
          name="planSearch"
          label={t("search")}
          value={search}
          autoComplete="off"
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {counted ? <p className="small muted">{counted}</p> : null}
      </div>
    </div>
  );
}

const REST_MS = 600;

/** Reads out how many were found, once the typing rests. */
function useSaid(text: string): void {
  const speak = useSpeak();
  const last = useRef("");
  useEffect(() => {
    if (text === last.current) return;
    const timer = setTimeout(() => {
      last.current = text;
      if (text) speak(text);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text, speak]);
}
