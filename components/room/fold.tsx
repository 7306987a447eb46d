"use client";

import { type ReactNode, useState } from "react";

type FoldProps = {
  /** What the row says while it is folded up. */
  summary: ReactNode;
  /** Whether it is unfolded at first. */
  open?: boolean;
  children: ReactNode;
};

/** A part of a panel that is folded up until somebody wants it; what is folded up is not there. */
export function Fold({ summary, open = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(open);
  return (
    <details className="rm-fold" open={isOpen} onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen ? <div className="rm-fold__body">{children}</div> : null}
    </details>
  );
}
