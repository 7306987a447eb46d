"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import {
  draftIn,
  draftKey,
  draftText,
  isDraftOf,
  isGivenBack,
  type Note,
} from "@/components/registration/draft-note";
import { attempt, fillIn, keptIn, typedIn } from "@/components/registration/form-controls";
import { hintIn } from "@/lib/hint-names";

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

/** The draft that may be given back here; any other is dropped. */
export function readDraft(id: string, now: { mark: string; version: string }): Note | undefined {
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
  // Before anybody sees the form: a click that came first would send neither the draft nor a key.
  useLayoutEffect(() => {
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
