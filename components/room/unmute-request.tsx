"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RoomDialog } from "@/components/room/room-dialog";
import { Button } from "@/components/ui/button";
import { useAnswer, useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";

/** An older request is answered by what has happened since. */
const ASKED_MS = 60_000;

/** A host asks for the microphone. It is a question: nobody is unmuted by force. */
export function UnmuteRequest() {
  const t = useTranslations("room.card");
  const { media } = useSession();
  const { mic } = useMedia();
  const rights = useRights();
  const now = useServerNow(5_000);
  const asked = useAnswer()?.me?.unmuteAskedAt ?? null;
  const [answered, setAnswered] = useState<string | null>(null);
  const isFresh = asked !== null && now - Date.parse(asked) < ASKED_MS;
  const open = isFresh && asked !== answered && rights.mic && !mic;
  const close = () => setAnswered(asked);
  const unmute = () => {
    close();
    void media.setMic(true);
  };
  return (
    <RoomDialog open={open} onClose={close} title={t("unmuteTitle")}>
      <p>{t("unmuteText")}</p>
      <div className="rm-actions">
        <Button variant="primary" onClick={unmute}>
          {t("onStageButton")}
        </Button>
        <Button onClick={close}>{t("later")}</Button>
      </div>
    </RoomDialog>
  );
}
