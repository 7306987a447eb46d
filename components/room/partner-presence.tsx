"use client";

import { useTranslations } from "next-intl";

/** Whether the partner of a talk is there: a dot and a word, never a dot alone. */
export function PartnerPresence({ present, waiting = false }: { present: boolean; waiting?: boolean }) {
  const t = useTranslations("room.talk");
  const word = waiting ? t("waiting") : t("here");
  return (
    <span className="rm-presence" data-present={present} data-testid="partner-presence">
      {present ? word : t("away")}
    </span>
  );
}
