"use client";

import { useEffect, useRef } from "react";
import {
  draftIn,
  draftKey,
  draftText,
  isDraftOf,
  isGivenBack,
  type Note,
  type Typed,
} from "@/components/registration/draft-note";
import { hintIn } from "@/lib/hint-names";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

type FormDraftProps = {
  /** Of what is filled in: an event, or a registration. */
  id: string;
  /** Names of fields that are never kept: what is confidential, agreed to or a file. */
  left: readonly string[];
  /** Whose details the page has filled in. */
  email?: string | undefined;
  /** The draft is newer than what the form shows: unless it came back refused, with what was sent. */
  isOver?: boolean;
  /** Of the stored answers that the form shows; a draft that was begun over others is dropped. */
  version?: string;
};

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** The fields that may be kept. */
const keptIn = (form: HTMLFormElement, left: readonly string[]): Control[] =>
  [...form.elements]
    .filter(isControl)
    .filter(({ name, type }) => name !== "" && type !== "hidden" && type !== "file" && !left.includes(name));

function typedIn(controls: readonly Control[]): Typed {
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
function fillIn(controls: readonly Control[], typed: Typed, isOver: boolean): void {
  const before = typedIn(controls);
  for (const control of controls) {
    const values = typed[control.name];
    if (!values || isBlank(values) || !(isOver || isBlank(before[control.name] ?? []))) continue;
    if (isBox(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}

/** Storage can be forbidden or full; then the form works without being remembered. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The draft that may be given back here; any other is dropped. */
function readDraft(id: string, now: { mark: string; version: string }): Note | undefined {
  const text = attempt(() => sessionStorage.getItem(draftKey(id))) ?? null;
  const note = draftIn(text, Date.now());
  if (note && isGivenBack(note, now)) return note;
  if (text !== null) attempt(() => sessionStorage.removeItem(draftKey(id)));
  return undefined;
}

/**
 * Keeps in this window what is typed into the form around, and gives it back when the form is opened again. It also names
 * the intention, which a page that everybody gets from the cache cannot: pressing twice is pressing once.
 */
export function FormDraft({ id, left, email, isOver = false, version = "" }: FormDraftProps) {
  const key = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = key.current?.form;
    if (!form || !key.current) return;
    if (key.current.value === "") key.current.value = crypto.randomUUID();
    const controls = keptIn(form, left);
    const mark = hintIn(document.cookie, "signedIn");
    const note = readDraft(id, { mark, version });
    if (note && isDraftOf(note.typed, email)) {
      fillIn(controls, note.typed, isOver);
      form.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const keep = () => {
      const text = draftText({ typed: typedIn(controls), as: mark, over: version }, Date.now());
      attempt(() => sessionStorage.setItem(draftKey(id), text));
    };
    const gone = new AbortController();
    form.addEventListener("input", keep, { signal: gone.signal });
    form.addEventListener("change", keep, { signal: gone.signal });
    return () => gone.abort();
  }, [id, left, email, isOver, version]);
  return <input ref={key} type="hidden" name="idempotencyKey" defaultValue="" />;
}

/** What was typed has arrived: this window forgets it. */
export function ForgetDraft({ id }: { id: string }) {
  useEffect(() => {
    attempt(() => sessionStorage.removeItem(draftKey(id)));
  }, [id]);
  return null;
}
