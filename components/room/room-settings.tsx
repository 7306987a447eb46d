"use client";

import { useTranslations } from "next-intl";
import { BackgroundSelect } from "@/components/devices/background-select";
import { CaptionSettings } from "@/components/room/captions/caption-settings";
import { RoomDialog } from "@/components/room/room-dialog";
import { usePictures } from "@/components/room/use-pictures";
import { useViewChoice } from "@/components/room/view-choice-context";
import { Switch } from "@/components/ui/switch";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** How the room looks and is run on this device; all of it is remembered here and nowhere else. */
export function RoomSettings({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("room.settings");
  return (
    <RoomDialog open={open} onClose={onClose} title={t("title")}>
      <DeviceSettings />
      <PictureSettings />
      <CaptionSettings />
      <KeySettings />
      <p className="rm-hint">{t("kept")}</p>
    </RoomDialog>
  );
}

/** Nothing of it for whoever only watches. */
function DeviceSettings() {
  const t = useTranslations("room.settings");
  const { media } = useSession();
  const { background, suppressesNoise, busy } = useMedia();
  const rights = useRights();
  if (!rights.mic && !rights.cam) return null;
  return (
    <section className="rm-settings" aria-labelledby="settings-devices">
      <h3 id="settings-devices">{t("devices")}</h3>
      {rights.cam ? (
        <BackgroundSelect
          value={background}
          disabled={busy}
          onChoose={(one) => void media.effects.setBackground(one)}
        />
      ) : null}
      {rights.mic ? (
        <Switch
          label={t("suppressesNoise")}
          hint={t("suppressesNoiseHint")}
          checked={suppressesNoise}
          onChange={({ target }) => void media.effects.suppressNoise(target.checked)}
        />
      ) : null}
    </section>
  );
}

function PictureSettings() {
  const t = useTranslations("room.settings");
  const { hidesOwn, change } = useViewChoice();
  const { isSoundOnly, setSoundOnly, savesPower, setSavesPower } = usePictures();
  return (
    <section className="rm-settings" aria-labelledby="settings-pictures">
      <h3 id="settings-pictures">{t("pictures")}</h3>
      <Switch
        label={t("hidesOwn")}
        hint={t("hidesOwnHint")}
        checked={hidesOwn}
        onChange={({ target }) => change({ hidesOwn: target.checked })}
      />
      <Switch
        label={t("savesPower")}
        hint={t("savesPowerHint")}
        checked={savesPower}
        onChange={({ target }) => setSavesPower(target.checked)}
      />
      <Switch
        label={t("soundOnly")}
        hint={t("soundOnlyHint")}
        checked={isSoundOnly}
        onChange={({ target }) => setSoundOnly(target.checked)}
      />
    </section>
  );
}

function KeySettings() {
  const t = useTranslations("room.settings");
  const { pushToTalk, letterKeys, change } = useViewChoice();
  return (
    <section className="rm-settings" aria-labelledby="settings-keys">
      <h3 id="settings-keys">{t("keys")}</h3>
      <Switch
        label={t("pushToTalk")}
        hint={t("pushToTalkHint")}
        checked={pushToTalk}
        onChange={({ target }) => change({ pushToTalk: target.checked })}
      />
      <Switch
        label={t("letterKeys")}
        hint={t("letterKeysHint")}
        checked={letterKeys}
        onChange={({ target }) => change({ letterKeys: target.checked })}
      />
    </section>
  );
}
