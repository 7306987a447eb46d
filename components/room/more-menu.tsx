"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { BarMenu } from "@/components/room/bar-menu";
import { CaptionItems } from "@/components/room/captions/caption-button";
import { FlipCameraItem } from "@/components/room/flip-camera-item";
import { MANY_PANELS } from "@/components/room/panel-buttons";
import { ReactionItems } from "@/components/room/polls/reaction-items";
import { RoomMenuItem } from "@/components/room/room-menu";
import { RoomSettings } from "@/components/room/room-settings";
import { useRoomUi } from "@/components/room/room-ui-context";
import { ShortcutHelp } from "@/components/room/shortcut-help";
import { SmallWindowItem } from "@/components/room/small-window";
import { useUnread } from "@/components/room/unread-context";
import { usePanels } from "@/components/room/use-panels";
import { usePictures } from "@/components/room/use-pictures";
import { useViewChoice } from "@/components/room/view-choice-context";
import { useMediaQuery, usePhone } from "@/realtime/hooks/use-media-query";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** What has no button of its own; where the bar is full also the panels, on phones sharing too. */
export function MoreMenu() {
  const t = useTranslations("room.bar");
  const { togglePanel, dialog, openDialog, closeDialog } = useRoomUi();
  const { media } = useSession();
  const { isSoundOnly, setSoundOnly } = usePictures();
  const { sharing } = useMedia();
  const { screen, chat } = useRights();
  const phone = usePhone();
  const panels = usePanels();
  const folded = useMediaQuery(`(max-width: ${panels.length < MANY_PANELS ? 1049 : 1179}px)`);
  const unread = useUnread();
  const { hidesOwn, change } = useViewChoice();
  return (
    <>
      <BarMenu label={t("more")} text={t("more")} trigger={<Ellipsis className="icon" aria-hidden />}>
        {phone && chat ? <ReactionItems /> : null}
        {folded
          ? panels.map((name) => (
              <RoomMenuItem key={name} onClick={() => togglePanel(name)}>
                {t(name)}
                {unread[name] > 0 ? ` · ${t("unread", { count: unread[name] })}` : ""}
              </RoomMenuItem>
            ))
          : null}
        {phone && screen ? (
          <RoomMenuItem onClick={() => void media.share(!sharing)}>
            {sharing ? t("shareOff") : t("shareOn")}
          </RoomMenuItem>
        ) : null}
        {phone ? <CaptionItems /> : null}
        {phone ? <FlipCameraItem /> : null}
        <RoomMenuItem onClick={() => setSoundOnly(!isSoundOnly)}>
          {isSoundOnly ? t("pictures") : t("soundOnly")}
        </RoomMenuItem>
        <RoomMenuItem onClick={() => change({ hidesOwn: !hidesOwn })}>
          {hidesOwn ? t("showOwn") : t("hideOwn")}
        </RoomMenuItem>
        <SmallWindowItem />
        <RoomMenuItem onClick={() => openDialog("settings")}>{t("settings")}</RoomMenuItem>
        <RoomMenuItem onClick={() => openDialog("keys")}>{t("shortcuts")}</RoomMenuItem>
      </BarMenu>
      <ShortcutHelp open={dialog === "keys"} onClose={closeDialog} />
      <RoomSettings open={dialog === "settings"} onClose={closeDialog} />
    </>
  );
}
