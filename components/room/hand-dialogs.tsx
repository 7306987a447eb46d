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
  const session = useSession();
  const { hand } = useMyHand();
  const rights = useRights();
  const { micTrack } = useMedia();
  const [put, putOff] = useState<string | null>(null);
  const invited = hand?.state === "invited" ? hand.id : null;
  const onAir = hand?.state === "speaking" && rights.mic && !micTrack && put !== hand.id ? hand.id : null;
  const answer = (accept: boolean) => void session.act("hand-answer", { accept });
  const accept = () => {
    putOff(invited);
    answer(true);
  };
  if (invited && rights.mic) return <Floor onAccept={accept} onDecline={() => answer(false)} />;
  if (invited) return <Invitation onAnswer={answer} />;
  return onAir ? <Unheard onLater={() => putOff(onAir)} /> : null;
}

/** For those who only watch: saying yes brings them onto the stage. */
function Invitation({ onAnswer }: { onAnswer: (accept: boolean) => void }) {
  const t = useTranslations("room.card");
  return (
    <RoomDialog open onClose={() => onAnswer(false)} title={t("inviteTitle")}>
      <p>{t("inviteText")}</p>
      <div className="rm-actions">
        <Button variant="primary" onClick={() => onAnswer(true)}>
          {t("inviteYes")}
        </Button>
        <Button onClick={() => onAnswer(false)}>{t("inviteNo")}</Button>
      </div>
    </RoomDialog>
  );
}

/** For those who have a microphone already: the floor is all that is given. */
function Floor({ onAccept, onDecline }: { onAccept: () => void; onDecline: () => void }) {
  const t = useTranslations("room.card");
  const { media } = useSession();
  const { mic, micTrack } = useMedia();
  const heard = mic && micTrack !== null;
  const speak = () => {
    onAccept();
    if (!heard) void media.setMic(true);
  };
  return (
    <RoomDialog open onClose={onDecline} title={t("onStageTitle")}>
      <p>{heard ? t("onStageHeard") : t("onStageText")}</p>
      <div className="rm-actions">
        <Button variant="primary" onClick={speak}>
          {heard ? t("inviteYes") : t("onStageButton")}
        </Button>
        <Button onClick={onDecline}>{t("inviteNo")}</Button>
      </div>
    </RoomDialog>
  );
}

/** On stage now, and nobody can hear them yet. */
function Unheard({ onLater }: { onLater: () => void }) {
  const t = useTranslations("room.card");
  const { media } = useSession();
  return (
    <RoomDialog open onClose={onLater} title={t("onStageTitle")}>
      <p>{t("onStageText")}</p>
      <div className="rm-actions">
        <Button variant="primary" onClick={() => void media.setMic(true)}>
          {t("onStageButton")}
        </Button>
        <Button onClick={onLater}>{t("later")}</Button>
      </div>
    </RoomDialog>
  );
}
