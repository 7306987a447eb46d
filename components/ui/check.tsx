import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type CheckProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  type?: "checkbox" | "radio";
  /** Green: the box is about one-to-one talks. */
  match?: boolean;
};

/** A box or a round choice with its words; the whole line can be pressed. */
export function Check({ label, hint, type = "checkbox", match, className, ...rest }: CheckProps) {
  return (
    <label className={classNames("check", match && "check--match", className)}>
      <input type={type} {...rest} />
      <span>{label}</span>
      {hint ? <span className="check__hint">{hint}</span> : null}
    </label>
  );
}
