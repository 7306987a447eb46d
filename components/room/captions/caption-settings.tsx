"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useViewChoice } from "@/components/room/view-choice-context";
import { Switch } from "@/components/ui/switch";
import { captionPlaces, captionSizes } from "@/realtime/client/stored-view";

/** Whether captions are shown here, how large and where. */
export function CaptionSettings() {
  const t = useTranslations("room.captions");
  const id = useId();
  const { captions, captionSize, captionPlace, change } = useViewChoice();
  return (
    <section className="rm-settings" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t("settings")}</h3>
      <Switch
        label={t("shown")}
        checked={captions}
        onChange={({ target }) => change({ captions: target.checked })}
      />
      <label htmlFor={`${id}-size`}>{t("size")}</label>
      <select
        id={`${id}-size`}
        className="input"
        value={captionSize}
        onChange={({ target }) =>
          change({ captionSize: captionSizes.find((one) => String(one) === target.value) ?? 100 })
        }
      >
        {captionSizes.map((one) => (
          <option key={one} value={one}>
            {one} %
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-place`}>{t("place")}</label>
      <select
        id={`${id}-place`}
        className="input"
        value={captionPlace}
        onChange={({ target }) =>
          change({ captionPlace: captionPlaces.find((one) => one === target.value) ?? "below" })
        }
      >
        {captionPlaces.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
    </section>
  );
}
