"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFieldErrors } from "@/components/registration/field-errors";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/result";
import type dePlan from "@/messages/de/plan.json";

type Why = keyof (typeof dePlan)["refusals"];

type PlanRefusalProps = {
  failure: Failure | undefined;
  /** What it is about, such as the talks that are in the way. */
  children?: ReactNode;
};

/** Why the last press came to nothing: a refused move in the words of the cells, anything else as on other pages. */
export function PlanRefusal({ failure, children }: PlanRefusalProps) {
  const t = useTranslations("plan.refusals");
  const isWhy = (key: string): key is Why => t.has(key as Why);
  const { problems } = useFieldErrors(
    failure ? { failure, entered: {}, lists: {} } : undefined,
    // Their sentences name them already: they stand beside no field.
    { min: "", max: "" },
  );
  if (!failure) return null;
  const { name, quota, count } = failure.details ?? {};
  const values = { name: String(name ?? ""), quota: Number(quota ?? 0), count: Number(count ?? 0) };
  return (
    <Notice tone="danger" role="alert">
      {isWhy(failure.reason) ? t(failure.reason, values) : problems.map(({ text }) => text).join(" ")}
      {children}
    </Notice>
  );
}
