"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useMyHand } from "@/components/room/use-my-hand";
import { Button } from "@/components/ui/button";
import { useSpeak } from "@/components/ui/live-regions";
import { useMyId } from "@/realtime/hooks/use-place";
import { useRoom, useSession } from "@/realtime/hooks/use-room-session";

/** Shorter than this is a cough. */
const SPEAKING_MS = 3_000;
const UNDO_MS = 10_000;

/** Whoever speaks has no need of a raised hand any more: it goes down by itself, and can be put back into its place. */
export function HandKeeper() {
  const t = useTranslations("room.hand");
  const session = useSession();
  const speak = useSpeak();
  const me = useMyId();
  const { hand } = useMyHand();
  const [lowered, setLowered] = useState(false);
  const speaking = useRoom(({ room }) => me !== null && room.speakers.includes(me));
  const due = speaking && hand?.state === "raised";
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => {
      setLowered(true);
      speak(t("lowered"));
      void session.act("hands", { action: "lower" });
    }, SPEAKING_MS);
    return () => clearTimeout(timer);
  }, [due, session, speak, t]);
  useEffect(() => {
    if (!lowered) return;
    const timer = setTimeout(() => setLowered(false), UNDO_MS);
    return () => clearTimeout(timer);
  }, [lowered]);
  if (!lowered) return null;
  const undo = () => {
    setLowered(false);
    void session.act("hands", { action: "restore" });
  };
  return (
    <div className="rm-toast rm-toast--actions" data-testid="hand-lowered">
      <p>{t("lowered")}</p>
      <Button onClick={undo}>{t("undo")}</Button>
    </div>
  );
}
