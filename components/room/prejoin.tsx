"use client";

import { Mic, MicOff, Video, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { CameraPicture } from "@/components/devices/camera-picture";
import { LevelMeter } from "@/components/devices/level-meter";
import { ProblemHelp } from "@/components/devices/problem-help";
import { DeviceSelects } from "@/components/room/device-selects";
import { EnterButtons } from "@/components/room/enter-buttons";
import { NetworkDot } from "@/components/room/network-dot";
import { TechnicalTestLink } from "@/components/room/technical-test-link";
import { useRetryOnceGranted } from "@/components/room/use-retry-once-granted";
import { Button } from "@/components/ui/button";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** Devices before entering. They are asked for after a click: „prüfen“ here, or „Eintreten“ itself. */
export function Prejoin() {
  const t = useTranslations("room");
  const problems = useTranslations("devices.problem");
  const session = useSession();
  const { busy, problem, micTrack, camTrack } = useMedia();
  useEffect(() => void session.media.restore(), [session]);
  useRetryOnceGranted();
  const none = !micTrack && !camTrack;
  return (
    <section className="rm-card rm-prejoin" aria-label={t("prejoin.heading")}>
      <Preview />
      {problem ? (
        <div className="rm-problem" role="alert">
          <p>{problems(problem)}</p>
          <ProblemHelp problem={problem} />
          <Button size="sm" onClick={() => void session.media.wishes.retry()}>
            {t("problem.again")}
          </Button>
        </div>
      ) : null}
      {none ? (
        <Button block disabled={busy} onClick={() => void session.media.wishes.check()}>
          {busy ? t("prejoin.asking") : t("prejoin.ask")}
        </Button>
      ) : (
        <>
          <LevelMeter track={micTrack} />
          <DeviceSelects />
        </>
      )}
      <EnterButtons devices />
      <NetworkDot />
      <TechnicalTestLink />
    </section>
  );
}

function Preview() {
  const t = useTranslations("room.prejoin");
  const { camTrack, cam } = useMedia();
  const shown = cam ? camTrack : null;
  return (
    <div className="rm-preview">
      <CameraPicture track={shown} className="rm-video rm-video--own" />
      <p className="rm-preview__word">{shown ? t("preview") : t("off")}</p>
      <Switches />
    </div>
  );
}

function Switches() {
  const t = useTranslations("room.prejoin");
  const { media } = useSession();
  const { mic, cam } = useMedia();
  return (
    <div className="rm-preview__switches">
      <button
        type="button"
        className="rm-round"
        aria-pressed={mic}
        aria-label={mic ? t("micOn") : t("micOff")}
        onClick={() => media.wishes.mic(!mic)}
      >
        {mic ? <Mic className="icon" aria-hidden /> : <MicOff className="icon" aria-hidden />}
      </button>
      <button
        type="button"
        className="rm-round"
        aria-pressed={cam}
        aria-label={cam ? t("camOn") : t("camOff")}
        onClick={() => void media.wishes.cam(!cam)}
      >
        {cam ? <Video className="icon" aria-hidden /> : <VideoOff className="icon" aria-hidden />}
      </button>
    </div>
  );
}
