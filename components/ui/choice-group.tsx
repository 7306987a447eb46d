import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { describedBy, type FieldText } from "@/components/ui/field-frame";
import { Icon } from "@/components/ui/icon";

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
        {label}
        {optional ? <span className="field__opt"> {optional}</span> : null}
      </legend>
      {hint ? (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="field__error" id={`${id}-error`}>
          <Icon name="alert-circle" />
          {error}
        </span>
      ) : null}
      {inline ? <div className="row gap-4">{children}</div> : children}
    </fieldset>
  );
}
