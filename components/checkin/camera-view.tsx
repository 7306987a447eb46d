"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Shown } from "./door-session";
import { playTone } from "./tones";
import { type CameraState, useCamera } from "./use-camera";

type CameraViewProps = {
  title: string;
  /** Language of the title. */
  language: string;
  /** Where it takes place. */
  aside: string;
  /** Where one goes from here, with language prefix. */
  leave: string;
  /** Lets in whoever shows this code, and says what came of it. */
  onCode: (code: string) => Promise<Shown | undefined>;
};

const PROBLEMS = new Set<CameraState>(["refused", "missing"]);

/** The upper half of the scanner: camera with its frame, lamp where there is one, and a sound for each kind of answer. */
export function CameraView({ title, language, aside, leave, onCode }: CameraViewProps) {
  const t = useTranslations("checkin");
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
    <div className="scan__cam">
      <video
        ref={video}
        className="scan__video"
        muted
        playsInline
        hidden={!isOn}
        aria-label={t("camera.view")}
      />
      <div className="scan__top">
        <ButtonLink icon className="ctl" href={leave} aria-label={t("leave")}>
          <Icon name="x" />
        </ButtonLink>
        <div className="grow">
          <h1 lang={language}>{title}</h1>
          <p>{aside}</p>
        </div>
        {camera.torch.isThere ? (
          <Button
            icon
            className="ctl"
            aria-label={t("camera.torch")}
            aria-pressed={camera.torch.isOn}
            onClick={() => void camera.toggleTorch()}
          >
            <Icon name="torch" />
          </Button>
        ) : null}
        <Button
          icon
          className="ctl needs-script"
          aria-label={t("camera.sound")}
          aria-pressed={isLoud}
          onClick={() => setLoud(!isLoud)}
        >
          <Icon name="volume" />
        </Button>
      </div>
      <div className="scan__frame" data-on={isOn}>
        {isOn ? null : (
          <Button variant="primary" size="lg" className="needs-script" onClick={begin}>
            <Icon name="video" />
            {t("camera.start")}
          </Button>
        )}
      </div>
      <div className="scan__hint">
        {PROBLEMS.has(camera.state) ? (
          <p role="alert">{camera.state === "refused" ? t("camera.refused") : t("camera.missing")}</p>
        ) : (
          <p>{t("camera.hint")}</p>
        )}
        {isOn ? (
          <Button size="sm" className="ctl" onClick={camera.stop}>
            {t("camera.stop")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
