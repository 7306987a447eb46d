import type { ReactNode } from "react";

/** Bar at the bottom of a phone: what it is about, and the one button. Hidden from 960 px. */
export function StickyBar({ children, action }: { children: ReactNode; action: ReactNode }) {
  return (
    <div className="stickybar only-phone">
      <span>{children}</span>
      {action}
    </div>
  );
}
