import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";

export type FieldText = {
  label: ReactNode;
  /** Said below the label, before anything is wrong. */
  hint?: ReactNode;
  /** Said between label and control; the control gets a 2 px edge and `aria-invalid`. */
  error?: ReactNode;
  /** Words such as “(optional)”, shown quietly behind the label. */
  optional?: ReactNode;
};

/** What a control needs so that hint and error are read out with it. */
export function describedBy(id: string, { hint, error }: Pick<FieldText, "hint" | "error">) {
  const ids = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

/** What a field is called, inside its label or legend. */
export const LabelText = ({ label, optional }: Pick<FieldText, "label" | "optional">) => (
  <>
    {label}
    {optional ? <span className="field__opt"> {optional}</span> : null}
  </>
);

/** Hint and error of a field, under the ids that `describedBy` gives. */
export const FieldNotes = ({ id, hint, error }: { id: string } & Pick<FieldText, "hint" | "error">) => (
  <>
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
  </>
);

type FrameProps = FieldText & { id: string; className?: string; children: ReactNode };

/** Label, hint, error and control in their fixed order. */
export function FieldFrame({ id, label, hint, error, optional, className, children }: FrameProps) {
  return (
    <div className={classNames("field", Boolean(error) && "field--error", className)}>
      <label className="field__label" htmlFor={id}>
        <LabelText label={label} optional={optional} />
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}
