"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Playable } from "@/realtime/client/ports";

/** Plays a track in the element that gets this reference, for as long as both are there. */
export function useAttached<Element extends HTMLMediaElement>(source: Playable): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    source.attach(element);
    return () => source.detach(element);
  }, [source]);
  return ref;
}
