"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BarMenu } from "@/components/room/bar-menu";
import { ReactionItems } from "@/components/room/polls/reaction-items";
import { RoomMenuItem } from "@/components/room/room-menu";
import { useRoomUi } from "@/components/room/room-ui-context";
import { ShortcutHelp } from "@/components/room/shortcut-help";
import { useUnread } from "@/components/room/unread-context";
import { usePanels } from "@/components/room/use-panels";
import { useMediaQuery, usePhone } from "@/realtime/hooks/use-media-query";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useRoom, useSession } from "@/realtime/hooks/use-room-session";

/** What has no button of its own; below 1050 px also the panels, on phones sharing too. */
export function MoreMenu() {
  const t = useTranslations("room.bar");
  const { togglePanel } = useRoomUi();
  const { media, receiveAudioOnly } = useSession();
  const audioOnly = useRoom((view) => view.audioOnly);
  const { sharing } = useMedia();
  const { screen, chat } = useRights();
  const phone = usePhone();
  const folded = useMediaQuery("(max-width: 1049px)");
  const panels = usePanels();
  const unread = useUnread();
  const [help, setHelp] = useState(false);
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
        <RoomMenuItem onClick={() => receiveAudioOnly(!audioOnly)}>
          {audioOnly ? t("pictures") : t("soundOnly")}
        </RoomMenuItem>
        <RoomMenuItem onClick={() => setHelp(true)}>{t("shortcuts")}</RoomMenuItem>
      </BarMenu>
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}
