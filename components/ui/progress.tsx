import type { CSSProperties, ReactNode } from "react";

type ProgressProps = {
  /** Spoken name, unless a text beside the bar says it all: then leave it out and the bar is decoration. */
  label?: string;
  value: number;
  max: number;
  tone?: "primary" | "brand" | "quiet" | "match";
};

const BAR = {
  primary: "var(--primary)",
  brand: "var(--brand)",
  quiet: "var(--fg-subtle)",
  match: "var(--match)",
};

/** A bar from 0 to `max`. */
export function Progress({ label, value, max, tone = "primary" }: ProgressProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, Math.round((value / max) * 100))) : 0;
  const style: CSSProperties & Record<"--v" | "--bar", string> = { "--v": `${share}%`, "--bar": BAR[tone] };
  if (!label) {
    return (
      <div className="progress" style={style} aria-hidden="true">
        <i />
      </div>
    );
  }
  return (
    <div
      className="progress"
      style={style}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
    >
      <i />
    </div>
  );
}

type SeatsProps = { text: ReactNode; aside?: ReactNode; taken: number; capacity: number };

/** Seats of an event: words first, then the bar; grey when sold out. */
export function Seats({ text, aside, taken, capacity }: SeatsProps) {
  return (
    <div className="seats">
      <div className="row between small">
        <b>{text}</b>
        {aside ? <span className="muted">{aside}</span> : null}
      </div>
      <Progress value={taken} max={capacity} tone={taken >= capacity ? "quiet" : "brand"} />
    </div>
  );
}
