"use client";

import { useLocale, useTranslations } from "next-intl";
import { href } from "@/lib/i18n/href";

/** The test opens beside the room, which stays as it is. */
export function TechnicalTestLink() {
  const t = useTranslations("room.prejoin");
  return (
    <p className="rm-hint">
      <a href={href(useLocale(), "/technik")} target="_blank" rel="noopener">
        {t("technicalTest")}
      </a>
    </p>
  );
}
