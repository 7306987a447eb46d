"use client";

import { useTranslations } from "next-intl";
import type deTalks from "@/messages/de/talks.json";

type RefusalKey = keyof (typeof deTalks)["refusals"];

/** Why something about the talk did not work, in the same words as on pages. */
export function TalkProblem({ reason }: { reason: string | null }) {
  const t = useTranslations("talks.refusals");
  if (reason === null) return null;
  const isReason = (key: string): key is RefusalKey => t.has(key as RefusalKey);
  return <p role="alert">{isReason(reason) ? t(reason) : t("other")}</p>;
}
