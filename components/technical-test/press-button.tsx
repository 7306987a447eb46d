"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type PressButtonProps = { busy: boolean; onPress: () => void; children: ReactNode };

/** Busy, it does nothing and keeps the focus, which a disabled button would lose. */
export function PressButton({ busy, onPress, children }: PressButtonProps) {
  return (
    <Button
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      {children}
    </Button>
  );
}
