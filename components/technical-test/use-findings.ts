"use client";

import { useCallback, useState } from "react";
import type { Check, Conclusion, Finding, Findings, Reason } from "@/realtime/client/findings";

export type Note = (check: Check, conclusion: Pick<Conclusion, "values"> & { reason: Reason }) => void;
/** What a card needs of the whole test. */
export type CheckProps = { findings: Findings; note: Note };

/** The newest finding of each check, kept by this page alone. */
export function useFindings(): CheckProps {
  const [findings, setFindings] = useState<Findings>({});
  const note = useCallback<Note>((check, { reason, values = {} }) => {
    const finding: Finding = { reason, values, at: new Date() };
    setFindings((former) => ({ ...former, [check]: finding }));
  }, []);
  return { findings, note };
}
