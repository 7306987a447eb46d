"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** The browser's own way to print, or to save a PDF. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
