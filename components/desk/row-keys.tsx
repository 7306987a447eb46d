"use client";

import type { KeyboardEvent, ReactNode } from "react";

const boxesIn = (region: HTMLElement): HTMLInputElement[] => [
  ...region.querySelectorAll<HTMLInputElement>("td input[type=checkbox]"),
];

/** Which box the key leads to from this one; undefined for keys that mean something else. */
function aimOf(key: string, at: number, count: number): number | undefined {
  if (key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowUp") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}

/**
 * Arrow keys, Home and End walk from box to box of a table; with Shift the boxes on the way become what the first one is.
 * Space picks, as everywhere. Tab and everything else stay the browser's.
 */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  const boxes = boxesIn(event.currentTarget);
  const at = boxes.indexOf(event.target);
  const from = boxes[at];
  const aim = from && aimOf(event.key, at, boxes.length);
  if (!from || aim === undefined) return;
  event.preventDefault();
  if (event.shiftKey)
    for (const box of boxes.slice(Math.min(at, aim), Math.max(at, aim) + 1)) box.checked = from.checked;
  boxes[aim]?.focus();
}

type RowKeysProps = { label: string; children: ReactNode };

/** The region a wide table scrolls in, with keys for its rows. Without JavaScript it still scrolls. */
export function RowKeys({ label, children }: RowKeysProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={label} onKeyDown={walk}>
      {children}
    </section>
  );
}
