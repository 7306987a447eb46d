import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type SwitchProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** Something that is on or off at once. A real checkbox, so it works in a form without JavaScript. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  return (
    <label className={classNames("switch-row", className)}>
      <span>
        {label}
        {hint ? <span className="switch-row__hint">{hint}</span> : null}
      </span>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked */}
      <input type="checkbox" role="switch" className="switch" {...rest} />
    </label>
  );
}
