"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoom } from "@/realtime/hooks/use-room-session";

const SHOWN_MS = 7000;

/** What just happened to this person, for seven seconds; the live regions speak it. */
export function NoticeToast() {
  const t = useTranslations("room.notice");
  const notice = useRoom((view) => view.notice);
  const [gone, setGone] = useState(0);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setGone(notice.count), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  if (!notice || gone >= notice.count) return null;
  return (
    <p className="rm-toast" data-testid="notice">
      {t(notice.kind)}
    </p>
  );
}
