"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/** Names the panel that focus goes to when the last row of a list has gone, and the list with it. */
const HOME = "[data-row-home]";

const buttonIn = (row: Element | null | undefined) => row?.querySelector<HTMLElement>("button");

/**
 * For a row that goes once its button has done its work, such as of somebody who was let in: whoever pressed it by keyboard goes on
 * with the next row, or the one before, or where there is none with the panel around the list.
 */
export function useRowFocus(): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const element = row.current;
    // Before the row goes, so focus is still where it was.
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const home = element.closest<HTMLElement>(HOME);
      const beside = [element.nextElementSibling, element.previousElementSibling];
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const next = beside.find((one) => one?.isConnected);
        (buttonIn(next) ?? home)?.focus();
      });
    };
  }, []);
  return row;
}
