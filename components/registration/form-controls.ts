import type { Typed } from "./draft-note";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** The fields that may be kept. */
export const keptIn = (form: HTMLFormElement, left: readonly string[]): Control[] =>
  [...form.elements]
    .filter(isControl)
    .filter(({ name, type }) => name !== "" && type !== "hidden" && type !== "file" && !left.includes(name));

/** What stands in them. */
export function typedIn(controls: readonly Control[]): Typed {
  const typed: Typed = {};
  for (const control of controls) {
    const values = typed[control.name] ?? [];
    typed[control.name] = isBox(control) && !control.checked ? values : [...values, control.value];
  }
  return typed;
}

const isBlank = (values: readonly string[]) => values.every((value) => value === "");

/**
 * Puts a draft into the fields; into those alone that are empty, unless the draft is newer than what stands there. What
 * was empty in it takes nothing away.
 */
export function fillIn(controls: readonly Control[], typed: Typed, isOver: boolean): void {
  const before = typedIn(controls);
  for (const control of controls) {
    const values = typed[control.name];
    if (!values || isBlank(values) || !(isOver || isBlank(before[control.name] ?? []))) continue;
    if (isBox(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}

/** Storage can be forbidden or full; then the form works without being remembered. */
export function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
