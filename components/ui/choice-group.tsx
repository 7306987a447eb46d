import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { describedBy, FieldNotes, type FieldText, LabelText } from "@/components/ui/field-frame";

type ChoiceGroupProps = FieldText & {
  id: string;
  /** Side by side instead of one below the other. */
  inline?: boolean;
  children: ReactNode;
};

/** Several boxes or round choices below one question; its id stands on the first of them, where an error leads. */
export function ChoiceGroup({ id, label, hint, error, optional, inline, children }: ChoiceGroupProps) {
  const { "aria-describedby": describing } = describedBy(id, { hint, error });
  return (
    <fieldset className={classNames("field", Boolean(error) && "field--error")} aria-describedby={describing}>
      <legend className="field__label">
        <LabelText label={label} optional={optional} />
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {inline ? <div className="row gap-4">{children}</div> : children}
    </fieldset>
  );
}
