"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

export const QUESTIONS_ID = "questions-list";
/** Which question had focus when it left its group, until the next picture is drawn. */
let left: string | null = null;

/** What is done next with a question; else what else there is to press in it, the vote last. */
const nextIn = (element: HTMLElement | null): HTMLElement | null | undefined =>
  [".rm-question__actions button", ":scope > button:not(.rm-vote)", ":scope > button"]
    .map((selector) => element?.querySelector<HTMLElement>(selector))
    .find(Boolean);

/**
 * A question that turns on air, answered or dismissed goes to another group of the list: whoever pressed one of its buttons by keyboard
 * stays with it there, at the next thing to do, or with the folded group that it went into; where it is gone for good, with the list.
 */
export function useKeptFocus(id: string): RefObject<HTMLLIElement | null> {
  const item = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const element = item.current;
    if (left === id) {
      left = null;
      const folded = element?.closest("details:not([open])");
      const target = folded ? folded.querySelector("summary") : nextIn(element);
      target?.focus();
    }
    // Before the element goes, so focus is still where it was.
    return () => {
      if (!element?.contains(document.activeElement)) return;
      left = id;
      requestAnimationFrame(() => {
        left = null;
        if (document.activeElement === document.body) document.getElementById(QUESTIONS_ID)?.focus();
      });
    };
  }, [id]);
  return item;
}
