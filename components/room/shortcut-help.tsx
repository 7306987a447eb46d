"use client";

import { useTranslations } from "next-intl";
import { RoomDialog } from "@/components/room/room-dialog";

const KEYS = [
  ["mic", "Ctrl/⌘ + D"],
  ["cam", "Ctrl/⌘ + E"],
  ["hand", "Ctrl/⌘ + Shift + H"],
  ["chat", "Ctrl/⌘ + Shift + M"],
  ["people", "Ctrl/⌘ + Shift + L"],
  ["layout", "Ctrl/⌘ + Shift + F"],
  ["bar", "F2"],
] as const;

/** The list of keyboard shortcuts. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("room.shortcuts");
  return (
    <RoomDialog open={open} onClose={onClose} title={t("title")}>
      <dl className="rm-keys">
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("talk")}</dt>
          <dd>
            <kbd>{t("space")}</kbd>
          </dd>
        </div>
      </dl>
    </RoomDialog>
  );
}
