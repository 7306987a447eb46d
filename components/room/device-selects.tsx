"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Device } from "@/realtime/client/ports";
import { playTestTone } from "@/realtime/client/test-tone";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** Microphone, camera and speaker; browsers that cannot choose a speaker list none. */
export function DeviceSelects() {
  const t = useTranslations("room.prejoin");
  const { media } = useSession();
  const { mics, cams, speakers, micId, camId, speakerId } = useMedia();
  const options = (devices: Device[]) => [
    { value: "", label: t("standard") },
    ...devices
      .filter((device) => device.id !== "default")
      .map((device, index) => ({ value: device.id, label: device.label || `${t("standard")} ${index + 1}` })),
  ];
  return (
    <div className="rm-devices">
      <Select
        name="mic"
        label={t("mic")}
        options={options(mics)}
        value={micId}
        onChange={(change) => void media.choose("mic", change.target.value)}
      />
      <Select
        name="cam"
        label={t("cam")}
        options={options(cams)}
        value={camId}
        onChange={(change) => void media.choose("cam", change.target.value)}
      />
      {speakers.length > 0 ? (
        <Select
          name="speaker"
          label={t("speaker")}
          options={options(speakers)}
          value={speakerId}
          onChange={(change) => void media.chooseSpeaker(change.target.value)}
        />
      ) : null}
      <Button variant="quiet" onClick={() => void playTestTone(speakerId)}>
        <Volume2 className="icon" aria-hidden />
        {t("testSpeaker")}
      </Button>
    </div>
  );
}
