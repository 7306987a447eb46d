"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type RoomDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  wide?: boolean;
};

/** A dialog over the room: keeps focus, closes with Esc, gives focus back to where it was. */
export function RoomDialog({ open, onClose, title, children, wide }: RoomDialogProps) {
  const t = useTranslations("room.panel");
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="rm-backdrop" />
        <Dialog.Popup className={wide ? "rm-dialog rm-dialog--wide" : "rm-dialog"}>
          <header className="rm-dialog__head">
            <Dialog.Title className="rm-dialog__title">{title}</Dialog.Title>
            <Dialog.Close className="rm-icon-btn" aria-label={t("close", { name: title })}>
              <X className="icon" aria-hidden />
            </Dialog.Close>
          </header>
          <div className="rm-dialog__body">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
