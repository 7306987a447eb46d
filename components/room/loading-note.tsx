"use client";

import { useTranslations } from "next-intl";

/** Stands where a list or a form will be as soon as the server has answered: until then nothing is known of the room. */
export function LoadingNote() {
  const t = useTranslations("room.page");
  return (
    <p className="rm-hint" role="status">
      {t("loading")}
    </p>
  );
}
