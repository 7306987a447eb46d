"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { BackgroundSelect } from "@/components/devices/background-select";
import { DeviceSelect } from "@/components/devices/device-select";
import { Button } from "@/components/ui/button";
import { playTestTone } from "@/realtime/client/test-tone";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** Microphone, camera and speaker; browsers that cannot choose a speaker list none. */
export function DeviceSelects() {
  const t = useTranslations("devices");
  const { media } = useSession();
  const { mics, cams, speakers, micId, camId, speakerId, background, busy } = useMedia();
  return (
    <div className="rm-devices">
      <DeviceSelect kind="mic" devices={mics} value={micId} onChoose={(id) => void media.choose("mic", id)} />
      <DeviceSelect kind="cam" devices={cams} value={camId} onChoose={(id) => void media.choose("cam", id)} />
      <BackgroundSelect
        value={background}
        disabled={busy}
        onChoose={(one) => void media.effects.setBackground(one)}
      />
      {speakers.length > 0 ? (
        <DeviceSelect
          kind="speaker"
          devices={speakers}
          value={speakerId}
          onChoose={(id) => void media.chooseSpeaker(id)}
        />
      ) : null}
      <Button variant="quiet" onClick={() => void playTestTone(speakerId)}>
        <Volume2 className="icon" aria-hidden />
        {t("testSpeaker")}
      </Button>
    </div>
  );
}
