"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  closeLabel: string;
  /** From below on phones (default), or at the right edge. */
  side?: "bottom" | "right";
  children: ReactNode;
};

/** A panel that comes in from an edge: filters and panels on phones, details on wide screens. */
export function Sheet({ open, onOpenChange, title, closeLabel, side = "bottom", children }: SheetProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={`sheet sheet--${side}`}>
          <div className="row between row--nowrap">
            <Dialog.Title className="dialog__title">{title}</Dialog.Title>
            <Dialog.Close
              className={buttonClass({ variant: "quiet", size: "sm", icon: true })}
              aria-label={closeLabel}
            >
              <Icon name="x" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
