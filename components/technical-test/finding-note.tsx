"use client";

import { headingOf, useWords } from "@/components/technical-test/use-words";
import { Notice } from "@/components/ui/notice";
import { type Check, type Finding, verdictOf } from "@/realtime/client/findings";

const TONES = { good: "success", limited: "warning", failed: "danger", open: "neutral" } as const;

/** What one check has found: in words first, with a mark and a colour beside them. */
export function FindingNote({ check, finding }: { check: Check; finding: Finding }) {
  const words = useWords();
  return (
    <Notice tone={TONES[verdictOf(finding.reason)]} title={headingOf(words, check, finding)}>
      {words.about(finding).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
