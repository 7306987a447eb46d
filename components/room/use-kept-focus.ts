"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

export const QUESTIONS_ID = "questions-list";
/** Which question had focus when it left its group, until the next picture is drawn. */
let left: string | null = null;

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
      const next = element?.querySelector<HTMLElement>(".rm-question__actions button, button:not(.rm-vote)");
      (folded ? folded.querySelector("summary") : (next ?? element?.querySelector("button")))?.focus();
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
