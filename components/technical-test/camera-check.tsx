"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CameraPicture, type PictureSize } from "@/components/devices/camera-picture";
import { DeviceSelect } from "@/components/devices/device-select";
import { CheckCard } from "@/components/technical-test/check-card";
import { type OwnDevices, stopAll } from "@/components/technical-test/own-devices";
import { PressButton } from "@/components/technical-test/press-button";
import type { CheckProps, Note } from "@/components/technical-test/use-findings";
import { useMediaView } from "@/realtime/hooks/use-media-view";

const PICTURE_MS = 5000;

export function CameraCheck({ devices, findings, note }: CheckProps & { devices: OwnDevices }) {
  const t = useTranslations("technical.card.camera");
  const { camera } = devices;
  const { camTrack, cams, camId, busy, problem } = useMediaView(camera);
  const seen = usePicture(camTrack, note);
  useEffect(() => {
    if (problem) note("camera", { reason: problem });
  }, [problem, note]);
  // While one device takes over from another the choice stays, and with it the focus.
  const shown = camTrack !== null || (busy && cams.length > 0);
  const start = () => {
    stopAll(devices);
    void camera.setCam(true);
  };
  return (
    <CheckCard name="camera" checks={["camera"]} findings={findings}>
      <div className="row">
        <PressButton busy={busy} onPress={() => (camTrack ? stopAll(devices) : start())}>
          {camTrack ? t("stop") : t("start")}
        </PressButton>
        {busy ? <span className="muted small">{t("asking")}</span> : null}
      </div>
      {shown ? (
        <>
          <figure className="test-picture">
            <CameraPicture track={camTrack} className="test-picture__video" onPicture={seen} />
            <figcaption className="muted small">{t("preview")}</figcaption>
          </figure>
          <DeviceSelect
            kind="cam"
            devices={cams}
            value={camId}
            onChoose={(id) => void camera.choose("cam", id)}
          />
        </>
      ) : null}
    </CheckCard>
  );
}

/** A camera can be there and give nothing, behind its cover or while another program has it. */
function usePicture(track: MediaStreamTrack | null, note: Note): (size: PictureSize) => void {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!track) return;
    waiting.current = setTimeout(() => note("camera", { reason: "camera_no_picture" }), PICTURE_MS);
    return () => clearTimeout(waiting.current);
  }, [track, note]);
  return (size) => {
    clearTimeout(waiting.current);
    note("camera", { reason: "camera_good", values: size });
  };
}
