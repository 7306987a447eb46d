"use client";

import { LogOut, Mic, MicOff, Video, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { RoomMenuItem } from "@/components/room/room-menu";
import { useSmallWindow } from "@/components/room/small-window-context";
import { TileVideo } from "@/components/room/tile-video";
import { useScene } from "@/components/room/use-scene";
import { Avatar } from "@/components/ui/avatar";
import { useSpeak } from "@/components/ui/live-regions";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** Opens and closes the small window; not there where the browser has none. */
export function SmallWindowItem() {
  const t = useTranslations("room.small");
  const small = useSmallWindow();
  const speak = useSpeak();
  const { opened } = useSyncExternalStore(small.store.subscribe, small.store.get, small.store.get);
  if (!small.kind) return null;
  const toggle = async () => {
    if (!(await small.toggle(largestPicture))) speak(t("none"));
  };
  return <RoomMenuItem onClick={() => void toggle()}>{opened ? t("close") : t("open")}</RoomMenuItem>;
}

/** What the small window shows while it is open. */
export function SmallWindowView() {
  const small = useSmallWindow();
  const { opened } = useSyncExternalStore(small.store.subscribe, small.store.get, small.store.get);
  return opened ? createPortal(<SmallRoom />, opened.document.body) : null;
}

function SmallRoom() {
  const t = useTranslations("room");
  const { main } = useScene();
  const picture = main?.screen ?? main?.person.camera;
  return (
    <main className="rm-small" aria-label={t("small.title")}>
      {picture && main ? (
        <TileVideo source={picture} own={main.person.own && !main.screen} whole={main.screen !== null} />
      ) : null}
      {main && !picture ? (
        <Avatar name={main.name} seed={main.person.id} size="xl" className="rm-tile__letters" />
      ) : null}
      {main ? <p className="rm-small__name">{main.person.own ? t("tile.you") : main.name}</p> : null}
      <SmallControls />
    </main>
  );
}

function SmallControls() {
  const t = useTranslations("room.bar");
  const session = useSession();
  const { media } = session;
  const rights = useRights();
  const { mic, micTrack, cam, camTrack } = useMedia();
  const micOn = mic && micTrack !== null;
  const camOn = cam && camTrack !== null;
  return (
    <div className="rm-small__controls">
      {rights.mic ? (
        <SmallButton
          label={micOn ? t("micOff") : t("micOn")}
          pressed={micOn}
          onClick={() => void media.setMic(!micOn)}
        >
          {micOn ? <Mic className="icon" aria-hidden /> : <MicOff className="icon" aria-hidden />}
        </SmallButton>
      ) : null}
      {rights.cam ? (
        <SmallButton
          label={camOn ? t("camOff") : t("camOn")}
          pressed={camOn}
          onClick={() => void media.setCam(!camOn)}
        >
          {camOn ? <Video className="icon" aria-hidden /> : <VideoOff className="icon" aria-hidden />}
        </SmallButton>
      ) : null}
      <SmallButton label={t("leave")} onClick={() => session.leave()}>
        <LogOut className="icon" aria-hidden />
      </SmallButton>
    </div>
  );
}

type SmallButtonProps = { label: string; pressed?: boolean; onClick: () => void; children: ReactNode };

function SmallButton({ label, pressed, onClick, children }: SmallButtonProps) {
  return (
    <button type="button" className="rm-round" aria-label={label} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}

/** For browsers that lift one picture out of the page: the large one, else the first of somebody else. */
const largestPicture = () =>
  document.querySelector<HTMLVideoElement>('[data-large="true"] video') ??
  document.querySelector<HTMLVideoElement>('[data-testid="tile"][data-own="false"] video');
