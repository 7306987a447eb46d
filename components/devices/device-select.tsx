"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { Device } from "@/realtime/client/ports";

const LABELS = { mic: "mic", cam: "cam", speaker: "speaker" } as const;

type DeviceSelectProps = {
  kind: keyof typeof LABELS;
  devices: readonly Device[];
  value: string;
  onChoose: (id: string) => void;
};

/** Which of the person's devices of one kind is meant; nothing chosen is the browser's own choice. */
export function DeviceSelect({ kind, devices, value, onChoose }: DeviceSelectProps) {
  const t = useTranslations("devices");
  const named = devices.filter((device) => device.id !== "default");
  const options = named.map((device, index) => ({
    value: device.id,
    label: device.label || `${t("standard")} ${index + 1}`,
  }));
  return (
    <Select
      name={kind}
      label={t(LABELS[kind])}
      options={[{ value: "", label: t("standard") }, ...options]}
      value={value}
      onChange={(change) => onChoose(change.target.value)}
    />
  );
}
