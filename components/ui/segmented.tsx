import type { ReactNode } from "react";

export type Segment<Value extends string> = { value: Value; label: ReactNode };
type SegmentedProps<Value extends string> = {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** Two to four exclusive views of the same thing, switched at once. For the browser; pages use SegmentedLinks. */
export function Segmented<Value extends string>({ label, segments, value, onChange }: SegmentedProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div className="segmented" role="group" aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.value}
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

type SegmentedLinksProps = {
  label: string;
  links: readonly { href: string; label: ReactNode; current?: boolean }[];
};

/** The same choice as links with addresses. */
export function SegmentedLinks({ label, links }: SegmentedLinksProps) {
  return (
    <nav className="segmented" aria-label={label}>
      {links.map((link) => (
        <a key={link.href} href={link.href} aria-current={link.current ? "true" : undefined}>
          {link.label}
        </a>
      ))}
    </nav>
  );
}
