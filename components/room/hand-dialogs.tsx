"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RoomDialog } from "@/components/room/room-dialog";
import { useMyHand } from "@/components/room/use-my-hand";
import { Button } from "@/components/ui/button";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** An invited hand is asked first; devices come only after a click, and nobody is unmuted by force. */
export function HandDialogs() {
  const t = useTranslations("room.card");
  const session = useSession();
  const { hand } = useMyHand();
  const rights = useRights();
  const { micTrack } = useMedia();
  const [put, putOff] = useState<string | null>(null);
  const invited = hand?.state === "invited" ? hand.id : null;
  const onAir = hand?.state === "speaking" && rights.mic && !micTrack ? hand.id : null;
  const answer = (accept: boolean) => void session.act("hand-answer", { accept });
  if (invited) {
    return (
      <RoomDialog open onClose={() => answer(false)} title={t("inviteTitle")}>
        <p>{t("inviteText")}</p>
        <div className="rm-actions">
          <Button variant="primary" onClick={() => answer(true)}>
            {t("inviteYes")}
          </Button>
          <Button onClick={() => answer(false)}>{t("inviteNo")}</Button>
        </div>
      </RoomDialog>
    );
  }
  return (
    <RoomDialog
      open={onAir !== null && put !== onAir}
      onClose={() => putOff(onAir)}
      title={t("onStageTitle")}
    >
      <p>{t("onStageText")}</p>
      <div className="rm-actions">
        <Button variant="primary" onClick={() => void session.media.setMic(true)}>
          {t("onStageButton")}
        </Button>
        <Button onClick={() => putOff(onAir)}>{t("later")}</Button>
      </div>
    </RoomDialog>
  );
}
