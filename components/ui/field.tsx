import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { describedBy, FieldFrame, type FieldText } from "@/components/ui/field-frame";

type FieldProps = FieldText &
  Omit<ComponentProps<"input">, "size"> & { name: string; small?: boolean; fieldClassName?: string };

/** One line of input with its label. The id is the name unless given, so error links can say `#name`. */
export function Field(props: FieldProps) {
  const { label, hint, error, optional, small, fieldClassName, className, id = props.name, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }} className={fieldClassName}>
      <input
        id={id}
        className={classNames("input", small && "input--sm", className)}
        {...describedBy(id, { hint, error })}
        {...rest}
      />
    </FieldFrame>
  );
}
