"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

type DeskDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  wide?: boolean;
};

/** A dialog over a page of the desk: keeps the focus, closes with Esc, gives the focus back to where it was. */
export function DeskDialog({ open, onClose, title, children, wide }: DeskDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={wide ? "dialog plan__dialog" : "dialog"}>
          <Dialog.Title className="dialog__title">{title}</Dialog.Title>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
