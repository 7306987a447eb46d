"use client";

import { MonitorUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useSession } from "@/realtime/hooks/use-room-session";

/** The own shared screen as a word: its picture would show itself within itself without end. */
export function OwnScreen() {
  const t = useTranslations("room");
  const { media } = useSession();
  return (
    <div className="rm-own-screen">
      <MonitorUp className="icon" aria-hidden />
      <p>{t("tile.ownScreen")}</p>
      <Button size="sm" onClick={() => void media.share(false)}>
        {t("bar.shareOff")}
      </Button>
    </div>
  );
}
