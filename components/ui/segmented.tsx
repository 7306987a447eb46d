"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { bringIntoSight } from "./chosen-in-sight";

export type Segment<Value extends string> = { value: Value; label: ReactNode };
type SegmentedProps<Value extends string> = {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** A few exclusive views of the same thing, switched at once. For the browser; pages use SegmentedLinks. */
export function Segmented<Value extends string>({ label, segments, value, onChange }: SegmentedProps<Value>) {
  const row = useRef<HTMLDivElement>(null);
  const chosen = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen, which may stand outside of a phone's row
  useLayoutEffect(() => {
    if (row.current && chosen.current) bringIntoSight(row.current, chosen.current);
  }, [value]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div ref={row} className="segmented" role="group" aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          ref={segment.value === value ? chosen : undefined}
          type="button"
          aria-pressed={segment.value === value}
          onClick={() => onChange(segment.value)}
        >
          {segment.label}
        </button>
      ))}
    </div>
  );
}
