"use client";

import { useTranslations } from "next-intl";
import {
  type Check,
  type Finding,
  isDeviceProblem,
  isFlaw,
  type Verdict,
  verdictOf,
} from "@/realtime/client/findings";

/** How the test speaks, on the page and in the report. */
export type Words = {
  title: (check: Check) => string;
  verdict: (verdict: Verdict) => string;
  /** What was found and, where something is amiss, what to do about it. */
  about: (finding: Finding) => readonly string[];
};

export function useWords(): Words {
  const t = useTranslations("technical");
  const problems = useTranslations("devices.problem");
  return {
    title: (check) => t(`check.${check}`),
    verdict: (verdict) => t(`verdict.${verdict}`),
    about: ({ reason, values }) => {
      // These sentences say what to do by themselves.
      if (isDeviceProblem(reason)) return [problems(reason)];
      return [t(`found.${reason}`, values), ...(isFlaw(reason) ? [t(`advice.${reason}`)] : [])];
    },
  };
}

export const headingOf = (words: Words, check: Check, finding: Finding): string =>
  `${words.title(check)}: ${words.verdict(verdictOf(finding.reason))}`;
