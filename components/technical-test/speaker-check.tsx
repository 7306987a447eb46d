"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DeviceSelect } from "@/components/devices/device-select";
import { CheckCard } from "@/components/technical-test/check-card";
import type { OwnDevices } from "@/components/technical-test/own-devices";
import type { CheckProps } from "@/components/technical-test/use-findings";
import { Button } from "@/components/ui/button";
import { playTestTone } from "@/realtime/client/test-tone";
import { useMediaView } from "@/realtime/hooks/use-media-view";

/** Whether a tone is heard only the person knows. */
export function SpeakerCheck({ devices, findings, note }: CheckProps & { devices: OwnDevices }) {
  const t = useTranslations("technical.card.speaker");
  const { microphone } = devices;
  const { speakers, speakerId } = useMediaView(microphone);
  const [played, setPlayed] = useState(false);
  const question = useId();
  const play = async () => {
    // Lists what the browser shows without asking: names of speakers come with a permission that was given before.
    await microphone.refreshDevices();
    await playTestTone(speakerId);
    setPlayed(true);
  };
  return (
    <CheckCard name="speaker" checks={["speaker"]} findings={findings}>
      {speakers.length > 0 ? (
        <DeviceSelect
          kind="speaker"
          devices={speakers}
          value={speakerId}
          onChoose={(id) => void microphone.chooseSpeaker(id)}
        />
      ) : null}
      <div className="row">
        <Button onClick={() => void play()}>{played ? t("again") : t("start")}</Button>
      </div>
      {played ? (
        // biome-ignore lint/a11y/useSemanticElements: two buttons that act are no form, and a fieldset belongs to one.
        <div className="row" role="group" aria-labelledby={question}>
          <p id={question}>{t("question")}</p>
          <Button size="sm" onClick={() => note("speaker", { reason: "speaker_good" })}>
            {t("yes")}
          </Button>
          <Button size="sm" onClick={() => note("speaker", { reason: "speaker_unheard" })}>
            {t("no")}
          </Button>
        </div>
      ) : null}
    </CheckCard>
  );
}
