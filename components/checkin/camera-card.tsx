"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import type { Shown } from "./door-session";
import { playTone } from "./tones";
import { useCamera } from "./use-camera";

type CameraCardProps = {
  /** Lets in whoever shows this code, and says what came of it. */
  onCode: (code: string) => Promise<Shown | undefined>;
};

/** The scanner: camera, lamp where there is one, and a sound for each kind of answer. */
export function CameraCard({ onCode }: CameraCardProps) {
  const t = useTranslations("checkin.camera");
  const video = useRef<HTMLVideoElement>(null);
  const audio = useRef<AudioContext>(undefined);
  const [isLoud, setLoud] = useState(true);
  const scanned = async (code: string) => {
    const shown = await onCode(code);
    if (isLoud && audio.current && shown) playTone(audio.current, shown.state);
  };
  const camera = useCamera(video, (code) => void scanned(code));
  const isOn = camera.state === "on" || camera.state === "starting";
  const begin = () => {
    // A page may make sounds only after a press of somebody who looks at it.
    audio.current ??= new AudioContext();
    void camera.start();
  };
  return (
    <Card small className="stack gap-3 scanner">
      <video ref={video} className="scanner__view" muted playsInline hidden={!isOn} aria-label={t("view")} />
      <div className="row gap-2">
        {isOn ? (
          <Button onClick={camera.stop}>{t("stop")}</Button>
        ) : (
          <Button variant="primary" size="lg" block onClick={begin}>
            <Icon name="video" />
            {t("start")}
          </Button>
        )}
        {camera.torch.isThere ? (
          <Button aria-pressed={camera.torch.isOn} onClick={() => void camera.toggleTorch()}>
            {t("torch")}
          </Button>
        ) : null}
      </div>
      {isOn ? <p className="small muted">{t("hint")}</p> : null}
      <Switch label={t("sound")} checked={isLoud} onChange={(event) => setLoud(event.target.checked)} />
      {camera.state === "refused" ? <Notice tone="warning" role="alert" title={t("refused")} /> : null}
      {camera.state === "missing" ? <Notice tone="warning" role="alert" title={t("missing")} /> : null}
    </Card>
  );
}
