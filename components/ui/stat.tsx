import type { ReactNode } from "react";

/** One number with its name; several of them stand in a `<dl className="stats">`. */
export function Stat({ label, value, of }: { label: ReactNode; value: ReactNode; of?: ReactNode }) {
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd>
        {value} {of ? <small>{of}</small> : null}
      </dd>
    </div>
  );
}
