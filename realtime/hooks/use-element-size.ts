"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** Inner size of an element in CSS pixels; 0 before it is measured. */
export function useElementSize<Element extends HTMLElement>(): {
  ref: RefObject<Element | null>;
  width: number;
  height: number;
} {
  const ref = useRef<Element>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
