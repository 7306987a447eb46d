"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useCalls } from "@/components/room/use-calls";
import { type Call, choose, FIRST_WISH, forgetEnded, type Layout, type Wish } from "@/realtime/tiles";

type Picks = {
  wish: Wish;
  calls: readonly Call[];
  chooseLayout: (layout: Layout) => void;
  /** Makes one tile large for this person alone; null takes that back. */
  pin: (tile: string | null) => void;
};

const NOTHING: Picks = {
  ...{ wish: FIRST_WISH, calls: [] },
  ...{ chooseLayout: () => undefined, pin: () => undefined },
};
const Context = createContext<Picks>(NOTHING);

/** What this person has chosen to see large, and what asks for the large place by itself. */
export function PicksProvider({ children }: { children: ReactNode }) {
  const calls = useCalls();
  const names = useMemo(() => calls.map(({ name }) => name), [calls]);
  const [wish, setWish] = useState(FIRST_WISH);
  useEffect(() => setWish((before) => forgetEnded(before, names)), [names]);
  const chooseLayout = useCallback(
    (layout: Layout) => setWish((before) => choose(before, { layout }, names)),
    [names],
  );
  const pin = useCallback(
    (tile: string | null) => setWish((before) => choose(before, { pinned: tile }, names)),
    [names],
  );
  const picks = useMemo(() => ({ wish, calls, chooseLayout, pin }), [wish, calls, chooseLayout, pin]);
  return <Context.Provider value={picks}>{children}</Context.Provider>;
}

/** Outside of a room, as in the console, nothing can be made large. */
export const usePicks = (): Picks => useContext(Context);
