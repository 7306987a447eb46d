"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

type DeskDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  wide?: boolean;
  /** Where the focus goes where what opened it is gone; true: back to that. */
  finalFocus?: () => HTMLElement | null | true;
};

/** A dialog over a page of the desk: keeps the focus, closes with Esc, gives the focus back to where it was. */
export function DeskDialog({ open, onClose, title, children, wide, finalFocus }: DeskDialogProps) {
  const t = useTranslations("plan.desk");
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={wide ? "dialog plan__dialog" : "dialog"} finalFocus={finalFocus}>
          <header className="row between row--nowrap">
            <Dialog.Title className="dialog__title">{title}</Dialog.Title>
            <Dialog.Close
              className={buttonClass({ variant: "quiet", size: "sm", icon: true })}
              aria-label={t("close")}
            >
              <Icon name="x" />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
