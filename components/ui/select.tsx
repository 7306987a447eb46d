import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { describedBy, FieldFrame, type FieldText } from "@/components/ui/field-frame";

export type SelectOption = { value: string; label: string; disabled?: boolean };
type SelectProps = FieldText &
  Omit<ComponentProps<"select">, "size" | "children"> & {
    name: string;
    options: readonly SelectOption[];
    small?: boolean;
  };

/** The platform's own select: works without JavaScript and opens the phone's picker. */
export function Select(props: SelectProps) {
  const { label, hint, error, optional, options, small, className, id = props.name, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <select
        id={id}
        className={classNames("input", small && "input--sm", className)}
        {...describedBy(id, { hint, error })}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
