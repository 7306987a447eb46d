"use client";

import { Menu } from "@base-ui/react/menu";
import { ChevronUp, Mic, MicOff, Video, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { BarButton } from "@/components/room/bar-button";
import { BarMenu } from "@/components/room/bar-menu";
import type { Device } from "@/realtime/client/ports";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** Microphone with its menu of devices. Muted is a slashed icon on a neutral button, never red. */
export function MicButtons() {
  const t = useTranslations("room");
  const names = useTranslations("devices");
  const { media } = useSession();
  const { mic, micTrack, mics, speakers, micId, speakerId } = useMedia();
  const on = mic && micTrack !== null;
  return (
    <span className="rm-split">
      <BarButton
        icon={on ? <Mic className="icon" aria-hidden /> : <MicOff className="icon" aria-hidden />}
        text={t("bar.mic")}
        label={on ? t("bar.micOff") : t("bar.micOn")}
        keys="Control+D"
        pressed={on}
        onClick={() => void media.setMic(!on)}
      />
      <BarMenu label={t("bar.micMenu")} trigger={<ChevronUp className="icon" aria-hidden />}>
        <DeviceGroup
          heading={names("mic")}
          devices={mics}
          value={micId}
          onChoose={(id) => void media.choose("mic", id)}
        />
        <DeviceGroup
          heading={names("speaker")}
          devices={speakers}
          value={speakerId}
          onChoose={(id) => void media.chooseSpeaker(id)}
        />
      </BarMenu>
    </span>
  );
}

export function CamButtons() {
  const t = useTranslations("room");
  const names = useTranslations("devices");
  const { media } = useSession();
  const { cam, camTrack, cams, camId } = useMedia();
  const on = cam && camTrack !== null;
  return (
    <span className="rm-split">
      <BarButton
        icon={on ? <Video className="icon" aria-hidden /> : <VideoOff className="icon" aria-hidden />}
        text={t("bar.cam")}
        label={on ? t("bar.camOff") : t("bar.camOn")}
        keys="Control+E"
        pressed={on}
        onClick={() => void media.setCam(!on)}
      />
      <BarMenu label={t("bar.camMenu")} trigger={<ChevronUp className="icon" aria-hidden />}>
        <DeviceGroup
          heading={names("cam")}
          devices={cams}
          value={camId}
          onChoose={(id) => void media.choose("cam", id)}
        />
      </BarMenu>
    </span>
  );
}

type DeviceGroupProps = { heading: string; devices: Device[]; value: string; onChoose: (id: string) => void };

function DeviceGroup({ heading, devices, value, onChoose }: DeviceGroupProps) {
  const t = useTranslations("devices");
  if (devices.length === 0) return null;
  const all = [{ id: "", label: t("standard") }, ...devices.filter((device) => device.id !== "default")];
  return (
    <Menu.Group>
      <Menu.GroupLabel className="rm-menu__head">{heading}</Menu.GroupLabel>
      <Menu.RadioGroup value={value} onValueChange={(id) => onChoose(String(id))}>
        {all.map((device) => (
          <Menu.RadioItem key={device.id} value={device.id} className="rm-menu__item" closeOnClick>
            {device.label || t("standard")}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}
