"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { DeviceSelect } from "@/components/devices/device-select";
import { LevelMeter } from "@/components/devices/level-meter";
import { CheckCard } from "@/components/technical-test/check-card";
import { type OwnDevices, stopAll } from "@/components/technical-test/own-devices";
import { PressButton } from "@/components/technical-test/press-button";
import type { CheckProps, Note } from "@/components/technical-test/use-findings";
import { useMediaView } from "@/realtime/hooks/use-media-view";

export function MicrophoneCheck({ devices, findings, note }: CheckProps & { devices: OwnDevices }) {
  const t = useTranslations("technical.card.microphone");
  const { microphone } = devices;
  const { micTrack, mics, micId, busy, problem } = useMediaView(microphone);
  const { onHeard, onSilence } = useHearing(micTrack, note);
  useEffect(() => {
    if (problem) note("microphone", { reason: problem });
  }, [problem, note]);
  // While one device takes over from another the choice stays, and with it the focus.
  const shown = micTrack !== null || (busy && mics.length > 0);
  const start = () => {
    stopAll(devices);
    void microphone.setMic(true);
  };
  return (
    <CheckCard name="microphone" checks={["microphone"]} findings={findings}>
      <div className="row">
        <PressButton busy={busy} onPress={() => (micTrack ? stopAll(devices) : start())}>
          {micTrack ? t("stop") : t("start")}
        </PressButton>
        {busy ? <span className="muted small">{t("asking")}</span> : null}
        {micTrack ? <span className="small">{t("speak")}</span> : null}
      </div>
      {shown ? (
        <>
          <LevelMeter key={micTrack?.id} track={micTrack} onHeard={onHeard} onSilence={onSilence} />
          <DeviceSelect
            kind="mic"
            devices={mics}
            value={micId}
            onChoose={(id) => void microphone.choose("mic", id)}
          />
        </>
      ) : null}
    </CheckCard>
  );
}

/** Whoever was heard once may be quiet afterwards: that is no finding any more. */
function useHearing(track: MediaStreamTrack | null, note: Note) {
  const heard = useRef<MediaStreamTrack>(undefined);
  const onHeard = useCallback(() => {
    if (!track || heard.current === track) return;
    heard.current = track;
    note("microphone", { reason: "microphone_good" });
  }, [track, note]);
  const onSilence = useCallback(() => {
    if (track && heard.current !== track) note("microphone", { reason: "microphone_silent" });
  }, [track, note]);
  return { onHeard, onSilence };
}
