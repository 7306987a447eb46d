"use client";

import { useEffect, useRef, useState } from "react";
import type { FieldProblem } from "@/components/ui/error-summary";
import { chosenIn, heavyFiles, type Weighing } from "@/components/ui/heavy-files";
import { LiveErrorSummary } from "@/components/ui/live-error-summary";

type FileWeightProps = { title: string; weighing: Weighing };

/** Weighs the files of the form around before they are sent: what is too large is never on its way for minutes. */
export function FileWeight({ title, weighing }: FileWeightProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  useEffect(() => {
    const form = frame.current?.closest("form");
    if (!form) return;
    const left = new AbortController();
    const weigh = (event: Event) => {
      const found = heavyFiles(chosenIn(form), weighing);
      setProblems(found);
      if (found.length > 0) event.preventDefault();
    };
    form.addEventListener("submit", weigh, { signal: left.signal });
    return () => left.abort();
  }, [weighing]);
  return (
    <div ref={frame} hidden={problems.length === 0}>
      {problems.length > 0 ? <LiveErrorSummary title={title} problems={problems} attempt={problems} /> : null}
    </div>
  );
}
