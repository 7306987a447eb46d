"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";

const EVERY_MS = 20_000;

/** Keeps the run of show up to date while the event is on: what a colleague has begun, and how late it is by now. */
export function RunRefresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}

/** The browser's own print dialog. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button
      type="button"
      variant="secondary"
      size="sm"
      className="needs-script"
      onClick={() => window.print()}
    >
      {label}
    </Button>
  );
}
