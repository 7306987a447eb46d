"use client";

import { Captions, CaptionsOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { BarMenu } from "@/components/room/bar-menu";
import { RoomMenuItem } from "@/components/room/room-menu";
import { useRoomUi } from "@/components/room/room-ui-context";
import { useViewChoice } from "@/components/room/view-choice-context";

/** Captions among the buttons of the media: on and off, the panel to read along and write, and how they look. */
export function CaptionButton() {
  const t = useTranslations("room.captions");
  const { captions } = useViewChoice();
  const Icon = captions ? Captions : CaptionsOff;
  return (
    <BarMenu label={t("menu")} text={t("title")} trigger={<Icon className="icon" aria-hidden />}>
      <CaptionItems />
    </BarMenu>
  );
}

/** On phones they stand in „Mehr“. */
export function CaptionItems() {
  const t = useTranslations("room.captions");
  const { captions, change } = useViewChoice();
  const { panel, togglePanel, openDialog } = useRoomUi();
  return (
    <>
      <RoomMenuItem onClick={() => change({ captions: !captions })}>
        {captions ? t("hide") : t("show")}
      </RoomMenuItem>
      {panel === "captions" ? null : (
        <RoomMenuItem onClick={() => togglePanel("captions")}>{t("open")}</RoomMenuItem>
      )}
      <RoomMenuItem onClick={() => openDialog("settings")}>{t("choose")}</RoomMenuItem>
    </>
  );
}
