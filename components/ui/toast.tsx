"use client";

import { Toaster as Sonner, toast } from "sonner";

/** Holds the toasts of a page: at most three, they wait while pointed at or focused. `label` is its spoken name. */
export function Toaster({ label }: { label: string }) {
  return (
    <Sonner
      containerAriaLabel={label}
      visibleToasts={3}
      position="bottom-right"
      style={{ fontFamily: "inherit" }}
      toastOptions={{ unstyled: true, classNames: { toast: "toast", actionButton: "link-btn" } }}
    />
  );
}

/** A notice that needs no answer: 3 seconds. */
export function toastNotice(text: string, id?: string) {
  toast(text, { id, duration: 3000 });
}

/** A message or a raised hand: 5 seconds. */
export function toastMessage(text: string, id?: string) {
  toast(text, { id, duration: 5000 });
}

type Action = { label: string; onClick: () => void };

/** A notice with something to do about it: 7 seconds. Never the only copy of an error. */
export function toastAction(text: string, action: Action, id?: string) {
  toast(text, { id, duration: 7000, action });
}
