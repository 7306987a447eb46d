"use client";

import { useEffect, useState } from "react";
import { isNotified, NOTIFIES_MS } from "@/components/talks/banner-time";

type Notice = {
  /** One for each thing that is said once. */
  key: string;
  text: string;
  startsAt: string;
  endsAt: string;
  /** Where a click on it leads. */
  to: string;
};

const canNotify = () => typeof Notification !== "undefined";

/** Remembered for the tab, and by the browser itself by the tag: a second tab shows the same one, not another. */
function show({ key, text, to }: Notice): void {
  try {
    if (sessionStorage.getItem(key) !== null) return;
    sessionStorage.setItem(key, "shown");
    const notification = new Notification(text, { tag: key });
    notification.onclick = () => {
      window.focus();
      window.location.assign(to);
    };
  } catch {
    // Phones that only let a service worker notify, and storage that is switched off: the banner says it all the same.
  }
}

/**
 * Ten minutes before a talk the browser says so itself, while a page is open and if it was allowed to. It is asked for
 * permission by a click alone.
 */
export function useTalkNotification(notice: Notice | null): { canAsk: boolean; ask: () => void } {
  const [permission, setPermission] = useState<NotificationPermission>("denied");
  useEffect(() => setPermission(canNotify() ? Notification.permission : "denied"), []);
  const { key, text, to, startsAt, endsAt } = notice ?? {};
  useEffect(() => {
    if (permission !== "granted" || !key || !text || !to || !startsAt || !endsAt) return undefined;
    const told = { key, text, to, startsAt, endsAt };
    if (isNotified(told, Date.now())) {
      show(told);
      return undefined;
    }
    const ahead = Date.parse(startsAt) - NOTIFIES_MS - Date.now();
    // Later than that a page is asked anew long before.
    if (ahead <= 0 || ahead > 3_600_000) return undefined;
    const timer = window.setTimeout(() => show(told), ahead);
    return () => window.clearTimeout(timer);
  }, [permission, key, text, to, startsAt, endsAt]);
  const ask = () => {
    Notification.requestPermission().then(setPermission, () => undefined);
  };
  return { canAsk: permission === "default", ask };
}
