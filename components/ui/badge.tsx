import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type BadgeTone =
  | "neutral"
  | "brand"
  | "primary"
  | "match"
  | "success"
  | "warning"
  | "danger"
  | "live"
  | "outline";
type BadgeProps = { tone?: BadgeTone; children: ReactNode; className?: string };

/** One or two words about a state. Red fill (`live`) is for on-air alone, green (`match`) for talks alone. */
export function Badge({ tone = "neutral", children, className }: BadgeProps) {
  return (
    <span className={classNames("badge", tone !== "neutral" && `badge--${tone}`, className)}>{children}</span>
  );
}
