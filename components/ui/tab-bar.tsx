"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { centre } from "@/components/ui/centred";

/** The bar of tabs, which on a phone is wider than the screen: it begins where the current tab is to be seen. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    centre(bar.current, bar.current?.querySelector("[aria-current]"));
  }, []);
  return (
    <nav ref={bar} className="tabs" aria-label={label}>
      {children}
    </nav>
  );
}
