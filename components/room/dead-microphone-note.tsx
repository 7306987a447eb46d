"use client";

import { MicOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { DeviceSelect } from "@/components/devices/device-select";
import { useSpeak } from "@/components/ui/live-regions";
import { useDeadMicrophone } from "@/realtime/hooks/use-dead-microphone";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** The own microphone is on and gives nothing at all: why that may be, and another one to choose. */
export function DeadMicrophoneNote() {
  const t = useTranslations("devices.problem");
  const room = useTranslations("room.problem");
  const { media } = useSession();
  const { mic, micTrack, mics, micId } = useMedia();
  const rights = useRights();
  const isDead = useDeadMicrophone(mic && rights.mic ? micTrack : null);
  const [closedFor, close] = useState<MediaStreamTrack | null>(null);
  const shown = isDead && micTrack !== closedFor;
  const speak = useSpeak();
  useEffect(() => {
    if (shown) speak(t("silent"));
  }, [shown, speak, t]);
  if (!shown) return null;
  return (
    <section className="rm-toast rm-toast--actions" aria-label={t("silent")} data-testid="dead-microphone">
      <MicOff className="icon" aria-hidden />
      <p>{t("silent")}</p>
      <DeviceSelect kind="mic" devices={mics} value={micId} onChoose={(id) => void media.choose("mic", id)} />
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={room("close")}
        onClick={() => close(micTrack)}
      >
        <X className="icon" aria-hidden />
      </button>
    </section>
  );
}
