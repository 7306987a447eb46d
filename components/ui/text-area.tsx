import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { describedBy, FieldFrame, type FieldText } from "@/components/ui/field-frame";

type TextAreaProps = FieldText & ComponentProps<"textarea"> & { name: string };

/** Several lines of input with their label. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, className, id = props.name, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <textarea
        id={id}
        className={classNames("input", className)}
        {...describedBy(id, { hint, error })}
        {...rest}
      />
    </FieldFrame>
  );
}
