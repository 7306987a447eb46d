import type { ReactNode } from "react";

type SegmentedLinksProps = {
  label: string;
  links: readonly { href: string; label: ReactNode; current?: boolean }[];
};

/** Two to four exclusive views of the same thing as links with addresses. */
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
