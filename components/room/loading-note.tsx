"use client";

import { useTranslations } from "next-intl";

/** Stands in the lobby until the server has answered: before that nothing is known of the room. */
export function RoomLoading() {
  const t = useTranslations("room.page");
  return (
    <p className="rm-hint" role="status">
      {t("loading")}
    </p>
  );
}

/** Stands where a list will be as soon as the server has answered. Nobody waits for it, so it is not read out. */
export function ListLoading() {
  const t = useTranslations("room.page");
  return <p className="rm-hint">{t("listLoading")}</p>;
}
