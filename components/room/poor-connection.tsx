"use client";

import { Signal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { usePictures } from "@/components/room/use-pictures";
import { Button } from "@/components/ui/button";
import { useSpeak } from "@/components/ui/live-regions";
import { browserClock } from "@/realtime/client/browser-clock";
import { HeldCondition } from "@/realtime/client/held-condition";
import { useMedia, useRoom, useSession } from "@/realtime/hooks/use-room-session";

const POOR_MS = 10_000;

/** The own connection has been poor for ten seconds: what the person can switch off. Gone once it is better. */
export function PoorConnection() {
  const t = useTranslations("room.connection");
  const { media } = useSession();
  const { isSoundOnly, setSoundOnly } = usePictures();
  const { cam, camTrack } = useMedia();
  const [shown, hide] = usePoor();
  const speak = useSpeak();
  useEffect(() => {
    if (shown) speak(t("poor"));
  }, [shown, speak, t]);
  if (!shown || isSoundOnly) return null;
  return (
    <section className="rm-toast rm-toast--actions" aria-label={t("poor")} data-testid="poor-connection">
      <Signal className="icon" aria-hidden />
      <p>{t("poor")}</p>
      {cam && camTrack ? (
        <Button size="sm" onClick={() => void media.setCam(false).then(hide)}>
          {t("camOff")}
        </Button>
      ) : null}
      <Button size="sm" onClick={() => setSoundOnly(true)}>
        {t("audioOnly")}
      </Button>
      <button type="button" className="rm-icon-btn" aria-label={t("poorClose")} onClick={hide}>
        <X className="icon" aria-hidden />
      </button>
    </section>
  );
}

/** True from ten seconds of a poor connection on, until it is better or the person closed the hint. */
function usePoor(): [boolean, () => void] {
  const quality = useRoom(({ room }) => room.people.find((person) => person.own)?.quality);
  const [shown, setShown] = useState(false);
  const [held] = useState(
    () => new HeldCondition({ clock: browserClock, afterMs: POOR_MS, onChange: setShown }),
  );
  useEffect(() => held.set(quality === "poor" || quality === "lost"), [held, quality]);
  useEffect(() => () => held.end(), [held]);
  return [shown, () => setShown(false)];
}
