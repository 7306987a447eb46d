"use client";

import { useTranslations } from "next-intl";
import { RoomDialog } from "@/components/room/room-dialog";
import { useViewChoice } from "@/components/room/view-choice-context";

/** The chord, and the single key for whoever has switched those on. */
const KEYS = [
  ["mic", "Ctrl/⌘ + D", "M"],
  ["cam", "Ctrl/⌘ + E", "V"],
  ["hand", "Ctrl/⌘ + Shift + H", "R"],
  ["chat", "Ctrl/⌘ + Shift + M", "C"],
  ["people", "Ctrl/⌘ + Shift + L", "P"],
  ["layout", "Ctrl/⌘ + Shift + F", "W"],
  ["bar", "F2", null],
] as const;

/** The list of keyboard shortcuts. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("room.shortcuts");
  const { letterKeys, pushToTalk } = useViewChoice();
  return (
    <RoomDialog open={open} onClose={onClose} title={t("title")}>
      <dl className="rm-keys">
        {KEYS.map(([name, keys, letter]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <kbd>{keys}</kbd>
              {letterKeys && letter ? (
                <>
                  {" "}
                  {t("or")} <kbd>{letter}</kbd>
                </>
              ) : null}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("talk")}</dt>
          <dd>{pushToTalk ? <kbd>{t("space")}</kbd> : t("off")}</dd>
        </div>
      </dl>
    </RoomDialog>
  );
}
