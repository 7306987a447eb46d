"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end; the answer that changes least comes first. */
  actions?: ReactNode;
  /** The answer matters: a click outside does not close it, and it is announced as an alert. */
  alert?: boolean;
};

/** A question in front of the page. Takes the focus, keeps it, and gives it back to where it came from. */
export function Dialog({ open, onOpenChange, title, description, children, actions, alert }: DialogProps) {
  const Part = alert ? AlertDialog : BaseDialog;
  return (
    <Part.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Part.Portal>
        <Part.Backdrop className="backdrop" />
        <Part.Popup className="dialog">
          <Part.Title className="dialog__title">{title}</Part.Title>
          {description ? <Part.Description className="muted">{description}</Part.Description> : null}
          {children}
          {actions ? <div className="dialog__actions">{actions}</div> : null}
        </Part.Popup>
      </Part.Portal>
    </Part.Root>
  );
}
