"use client";

import { useSyncExternalStore } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { ownZoneSpan } from "@/lib/time/format";

type OwnZoneProps = { label: string; startsAt: string; endsAt: string; zone: string; locale: Locale };

const never = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The same time on the reader's clock, when that shows something else. Only the browser knows its zone. */
export function OwnZone({ label, startsAt, endsAt, zone, locale }: OwnZoneProps) {
  const ownZone = useSyncExternalStore(never, browserZone, () => zone);
  const span = ownZoneSpan({ locale, zone, ownZone, startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
  return span ? (
    <span className="muted">
      {label}: {span}
    </span>
  ) : null;
}
