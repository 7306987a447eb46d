import { type RefObject, useEffect, useState } from "react";

type Size = { width: number; height: number };

/** On which sides of a frame there is more than is in sight, as words for an attribute: „right bottom“. */
export function useEdges(frame: RefObject<HTMLElement | null>, { width, height }: Size): string {
  const [edges, setEdges] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in the frame changes with its size alone
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => setEdges(edgesOf(element));
    look();
    element.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [frame, width, height]);
  return edges;
}

type Frame = Pick<
  HTMLElement,
  "scrollLeft" | "scrollTop" | "scrollWidth" | "scrollHeight" | "clientWidth" | "clientHeight"
>;

/** The sides on which something is cut off; a pixel too little or too much is none. */
export function edgesOf(frame: Frame): string {
  const sides = {
    left: frame.scrollLeft > 1,
    right: frame.scrollLeft + frame.clientWidth < frame.scrollWidth - 1,
    top: frame.scrollTop > 1,
    bottom: frame.scrollTop + frame.clientHeight < frame.scrollHeight - 1,
  };
  return Object.entries(sides)
    .flatMap(([side, isCut]) => (isCut ? [side] : []))
    .join(" ");
}
