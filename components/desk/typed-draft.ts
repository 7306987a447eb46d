"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { draftKey, draftText, type Typed, versionOf } from "@/components/registration/draft-note";
import { attempt, typedIn } from "@/components/registration/form-controls";
import { readDraft } from "@/components/registration/form-draft";
import { hintIn } from "@/lib/hint-names";

type Text = HTMLInputElement | HTMLTextAreaElement;

const UNTYPED = /^(?:hidden|checkbox|radio|file|password|search|range|color|submit|reset|button|image)$/;
const isText = (element: Element): element is Text =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !UNTYPED.test(element.type));

/** What is typed into; what is chosen is chosen again with one click. */
const textsIn = (form: HTMLFormElement): Text[] =>
  [...form.elements].filter(isText).filter(({ name }) => name !== "");

/** What the page has put into them: a draft over other words is no draft of these. */
const shownIn = (form: HTMLFormElement): string =>
  versionOf(textsIn(form).map(({ name, defaultValue }) => [name, defaultValue]));

/** The form by its page, its fields and which thing it is about; the key of one rendering says nothing of it. */
function idOf(form: HTMLFormElement): string {
  const about = [...form.elements]
    .filter((element): element is HTMLInputElement => element instanceof HTMLInputElement)
    .filter(({ type, name }) => type === "hidden" && name !== "idempotencyKey" && !name.startsWith("$"))
    .map(({ name, value }) => [name, value]);
  return `${location.pathname}.${versionOf([about, textsIn(form).map(({ name }) => name)])}`;
}

const markNow = () => hintIn(document.cookie, "signedIn");

const forget = (form: HTMLFormElement) => attempt(() => sessionStorage.removeItem(draftKey(idOf(form))));

function keep(form: HTMLFormElement, over: string): void {
  const texts = textsIn(form);
  if (texts.every(({ value, defaultValue }) => value === defaultValue) && shownIn(form) === over) {
    forget(form);
    return;
  }
  const text = draftText({ typed: typedIn(texts), as: markNow(), over }, Date.now());
  attempt(() => sessionStorage.setItem(draftKey(idOf(form)), text));
}

/** As if it were typed, so that fields hear of it that keep their own state. */
function type(field: Text, value: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
  own?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts a draft back, and unfolds what it stands in; false when it says what stands there anyway. */
function giveBack(form: HTMLFormElement, typed: Typed): boolean {
  const left = new Map(Object.entries(typed).map(([name, values]) => [name, [...values]]));
  let isOther = false;
  for (const field of textsIn(form)) {
    const value = left.get(field.name)?.shift();
    if (value === undefined || value === field.value) continue;
    type(field, value);
    isOther = true;
  }
  if (isOther) form.closest("details")?.setAttribute("open", "");
  return isOther;
}

type Kept = {
  form: RefObject<HTMLFormElement | null>;
  /** Whether words stand in the form again that were never sent. */
  isBack: boolean;
  /** Back to what the page says. */
  discard: () => void;
};

/**
 * Keeps in this window what is typed into a form of the desk and not sent: whoever looks at another tab finds it again when
 * they come back. What was sent is forgotten, and kept anew when it was refused.
 */
export function useTypedDraft(state: { status: "idle" | "done" | "failed" }): Kept {
  const form = useRef<HTMLFormElement>(null);
  const over = useRef("");
  const [isBack, setBack] = useState(false);
  // Before anybody sees the form: a click that came first would send what the page says in place of what was typed.
  useLayoutEffect(() => {
    const own = form.current;
    if (!own || textsIn(own).length === 0) return;
    over.current = shownIn(own);
    const note = readDraft(idOf(own), { mark: markNow(), version: over.current });
    if (note) setBack(giveBack(own, note.typed));
    const gone = new AbortController();
    own.addEventListener("input", () => keep(own, over.current), { signal: gone.signal });
    own.addEventListener("submit", () => forget(own), { signal: gone.signal });
    return () => gone.abort();
  }, []);
  useEffect(() => {
    const own = form.current;
    if (!own || state.status === "idle") return;
    setBack(false);
    if (state.status === "failed") keep(own, over.current);
    else over.current = shownIn(own);
  }, [state]);
  const discard = () => {
    const own = form.current;
    if (!own) return;
    for (const field of textsIn(own)) type(field, field.defaultValue);
    forget(own);
    setBack(false);
  };
  return { form, isBack, discard };
}
