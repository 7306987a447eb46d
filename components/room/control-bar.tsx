"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import { Hand, LogOut, MonitorUp, SmilePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { BarButton } from "@/components/room/bar-button";
import { BarMenu } from "@/components/room/bar-menu";
import { CaptionButton } from "@/components/room/captions/caption-button";
import { CamButtons, MicButtons } from "@/components/room/device-buttons";
import { MoreMenu } from "@/components/room/more-menu";
import { PanelButton, PanelButtons } from "@/components/room/panel-buttons";
import { ReactionItems } from "@/components/room/polls/reaction-items";
import { useMyHand } from "@/components/room/use-my-hand";
import { usePhone } from "@/realtime/hooks/use-media-query";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** One toolbar: one Tab stop, arrow keys inside. Viewers have no device buttons at all. */
export function ControlBar() {
  const t = useTranslations("room");
  const rights = useRights();
  const phone = usePhone();
  return (
    <Toolbar.Root id="room-controls" className="rm-bar" aria-label={t("page.controls")}>
      {rights.mic ? <MicButtons /> : null}
      {rights.cam ? <CamButtons /> : null}
      {rights.screen && !phone ? <ShareButton /> : null}
      {rights.raiseHand ? <HandButton /> : null}
      {rights.chat && !phone ? <ReactionButton /> : null}
      {phone ? null : <CaptionButton />}
      {phone ? <PanelButton name="chat" /> : null}
      <MoreMenu />
      <LeaveButton />
      {phone ? null : <PanelButtons />}
    </Toolbar.Root>
  );
}

function ShareButton() {
  const t = useTranslations("room.bar");
  const { media } = useSession();
  const { sharing } = useMedia();
  return (
    <BarButton
      icon={<MonitorUp className="icon" aria-hidden />}
      text={t("share")}
      label={sharing ? t("shareOff") : t("shareOn")}
      pressed={sharing}
      look={sharing ? "on" : undefined}
      onClick={() => void media.share(!sharing)}
    />
  );
}

function HandButton() {
  const t = useTranslations("room.bar");
  const { up, toggle } = useMyHand();
  return (
    <BarButton
      icon={<Hand className="icon" aria-hidden />}
      text={t("hand")}
      label={up ? t("handDown") : t("handUp")}
      keys="Control+Shift+H"
      pressed={up}
      look={up ? "hand" : undefined}
      onClick={toggle}
    />
  );
}

/** On phones the signs stand in „Mehr“. */
function ReactionButton() {
  const t = useTranslations("polls.reactions");
  return (
    <BarMenu label={t("open")} text={t("button")} trigger={<SmilePlus className="icon" aria-hidden />} inRow>
      <ReactionItems />
    </BarMenu>
  );
}

function LeaveButton() {
  const t = useTranslations("room.bar");
  const session = useSession();
  return (
    <BarButton
      icon={<LogOut className="icon" aria-hidden />}
      text={t("leave")}
      label={t("leave")}
      look="leave"
      onClick={() => session.leave()}
    />
  );
}
