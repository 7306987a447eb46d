"use client";

import { useTranslations } from "next-intl";

/** Said where a host's click did not get through. */
export function HostFailure({ failed }: { failed: boolean }) {
  const t = useTranslations("room.console");
  if (!failed) return null;
  return (
    <p className="rm-problem" role="alert">
      {t("failed")}
    </p>
  );
}
