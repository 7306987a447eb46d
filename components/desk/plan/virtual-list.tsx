"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";

type VirtualListProps = {
  label: string;
  count: number;
  keyOf: (at: number) => string;
  children: (at: number) => ReactNode;
};

/** A long list of which only the lines in sight are in the page; each as high as its words need. */
export function VirtualList({ label, count, keyOf, children }: VirtualListProps) {
  const frame = useRef<HTMLElement>(null);
  const lines = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => 56,
    getItemKey: keyOf,
    overscan: 8,
    initialRect: { width: 1200, height: 600 },
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
