"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentType, type KeyboardEvent, useState } from "react";
import { latePanel } from "@/components/room/late-panel";
import { takeOwnFonts } from "@/components/room/sheets/own-fonts";
import { buttonClass } from "@/components/ui/button";

/** Megabytes of program that most rooms never need. */
const lateBoard = (roomId: string): ComponentType =>
  latePanel(async () => {
    takeOwnFonts();
    const { Whiteboard } = await import("@/components/room/sheets/whiteboard");
    return () => <Whiteboard roomId={roomId} />;
  });

/** Esc lets go of a tool; the panel behind must not close by it and take the whiteboard along. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === "Escape") event.stopPropagation();
}

/** Opens the room's whiteboard over everything. Esc is the board's own key, for letting go of a tool: it is closed by its button. */
export function BoardDialog({ roomId }: { roomId: string }) {
  const t = useTranslations("room.notes");
  const close = useTranslations("room.panel");
  const [isOpen, setOpen] = useState(false);
  const [Board] = useState(() => lateBoard(roomId));
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(next, { reason }) => {
        if (next || (reason !== "escape-key" && reason !== "outside-press")) setOpen(next);
      }}
    >
      <Dialog.Trigger className={buttonClass({ block: true })}>{t("openWhiteboard")}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="rm-backdrop" />
        <Dialog.Popup className="rm-dialog rm-board-dialog" onKeyDown={keepEscape}>
          <header className="rm-dialog__head">
            <Dialog.Title className="rm-dialog__title">{t("whiteboard")}</Dialog.Title>
            <Dialog.Close className="rm-icon-btn" aria-label={close("close", { name: t("whiteboard") })}>
              <X className="icon" aria-hidden />
            </Dialog.Close>
          </header>
          <Board />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
