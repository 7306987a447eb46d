"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { FindingNote } from "@/components/technical-test/finding-note";
import { useWords } from "@/components/technical-test/use-words";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Check, type Findings, worstOf } from "@/realtime/client/findings";

const TONES = { good: "success", limited: "warning", failed: "danger", open: "neutral" } as const;

type CheckCardProps = {
  name: "browser" | "camera" | "microphone" | "speaker" | "connection";
  /** What this card finds out. */
  checks: readonly Check[];
  findings: Findings;
  children: ReactNode;
};

/** One part of the test: what it is for, what one presses, and what came of it, which is read out when it changes. */
export function CheckCard({ name, checks, findings, children }: CheckCardProps) {
  const t = useTranslations("technical.card");
  const words = useWords();
  const heading = useId();
  const verdict = worstOf(checks.map((check) => findings[check]));
  return (
    <Card className="stack gap-4" aria-labelledby={heading} data-testid={`check-${name}`}>
      <div className="row between">
        <h2 id={heading} className="text-base">
          {t(`${name}.title`)}
        </h2>
        <Badge tone={TONES[verdict]}>{words.verdict(verdict)}</Badge>
      </div>
      <p className="muted small">{t(`${name}.intro`)}</p>
      {children}
      <div className="stack gap-3" role="status">
        {checks.map((check) => {
          const finding = findings[check];
          return finding ? <FindingNote key={check} check={check} finding={finding} /> : null;
        })}
      </div>
    </Card>
  );
}
