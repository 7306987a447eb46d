"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useRoomUi } from "@/components/room/room-ui-context";
import { useUnread } from "@/components/room/unread-context";

/** „(3) Chat – Event“ as the title of the page. */
export function TitleMirror() {
  const t = useTranslations("room");
  const { title } = useRoomEvent();
  const { panel } = useRoomUi();
  const unread = useUnread();
  const count = unread.chat + unread.questions + unread.people + unread.breakouts;
  const rest = panel
    ? t("title.panel", { panel: t(`${panel}.title`), event: title })
    : t("title.plain", { event: title });
  const text = count > 0 ? t("title.unread", { count, rest }) : rest;
  useEffect(() => {
    document.title = text;
  }, [text]);
  return null;
}
