import { type RefObject, useEffect } from "react";

/**
 * A bar that comes up or grows over what has the focus: that scrolls clear of it. Whoever looks elsewhere is left there, and whoever
 * points, too: the page would move under the pointer, which then says another cell than the one that was pressed.
 */
function clearFocus(bar: HTMLElement): void {
  const at = document.activeElement;
  if (!at?.matches(":focus-visible") || bar.contains(at)) return;
  const [edge, held] = [bar.getBoundingClientRect(), at.getBoundingClientRect()];
  if (held.top < edge.bottom && held.bottom > edge.top && held.height < edge.top)
    at.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/**
 * Tells the style sheet how high a bar at the lower edge is, so that the page scrolls what has the focus clear of it. The page as
 * a whole is what scrolls, so the number stands there.
 */
export function useBarSpace(bar: RefObject<HTMLElement | null>, name: "--plan-bar" | "--plan-publish"): void {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty(name, `${element.offsetHeight}px`);
      clearFocus(element);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  }, [bar, name]);
}
