"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { type Background, backgrounds } from "@/realtime/client/backgrounds";

type BackgroundSelectProps = { value: Background; disabled: boolean; onChoose: (value: Background) => void };

/** What stands behind the person: the room as it is, out of focus, or a picture of ours. */
export function BackgroundSelect({ value, disabled, onChoose }: BackgroundSelectProps) {
  const t = useTranslations("devices.background");
  return (
    <Select
      name="background"
      label={t("label")}
      options={backgrounds.map((one) => ({ value: one, label: t(one) }))}
      value={value}
      disabled={disabled}
      onChange={({ target }) => onChoose(backgrounds.find((one) => one === target.value) ?? "none")}
    />
  );
}
