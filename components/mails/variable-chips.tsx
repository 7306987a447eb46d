"use client";

import { ChipButton } from "@/components/ui/chip";

type VariableChipsProps = {
  /** What stands in the text, and what it stands for. */
  variables: readonly { code: string; label: string }[];
  label: string;
  /** Id of the field that gets the word when none of the form has the focus. */
  fallback: string;
};

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isText = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === "text");

/** Puts the word where the cursor stands, and leaves the cursor behind it. */
function insert(code: string, button: Element, fallback: string): void {
  const form = button.closest("form");
  const active = document.activeElement;
  const field = isText(active) && form?.contains(active) ? active : document.getElementById(fallback);
  if (!isText(field)) return;
  field.focus();
  field.setRangeText(code, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Words that every reader's own data stand for. Without a script they can be typed as they are shown. */
export function VariableChips({ variables, label, fallback }: VariableChipsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of what is filled in
    <div className="row gap-2" role="group" aria-label={label}>
      {variables.map((variable) => (
        <ChipButton
          key={variable.code}
          small
          // The field keeps the focus, so that it is known where the cursor stands.
          onPointerDown={(event) => event.preventDefault()}
          onClick={(event) => insert(variable.code, event.currentTarget, fallback)}
        >
          {variable.label} <code>{variable.code}</code>
        </ChipButton>
      ))}
    </div>
  );
}
