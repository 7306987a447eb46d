"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

type VirtualListProps = {
  label: string;
  count: number;
  keyOf: (at: number) => string;
  /** The line a talk just went to: its button takes the focus, and `landed` is told. */
  arrived?: number | undefined;
  landed?: () => void;
  children: (at: number) => ReactNode;
};

/** A long list of which only the lines in sight are in the page; each as high as its words need. */
export function VirtualList({ label, count, keyOf, arrived, landed, children }: VirtualListProps) {
  const frame = useRef<HTMLElement>(null);
  const lines = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => 56,
    getItemKey: keyOf,
    overscan: 8,
    initialRect: { width: 1200, height: 600 },
  });
  // The line may not be in the page yet: it is scrolled to first, and takes the focus once it is there.
  useEffect(() => {
    if (arrived === undefined) return;
    const button = frame.current?.querySelector<HTMLElement>(`[data-index="${arrived}"] button`);
    if (!button) return lines.scrollToIndex(arrived, { align: "center" });
    button.focus();
    landed?.();
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section ref={frame} className="plist" aria-label={label} tabIndex={0}>
      <ul style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            ref={lines.measureElement}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </li>
        ))}
      </ul>
    </section>
  );
}
