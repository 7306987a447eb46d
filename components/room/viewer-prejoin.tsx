"use client";

import { useTranslations } from "next-intl";
import { EnterButtons } from "@/components/room/enter-buttons";
import { TechnicalTestLink } from "@/components/room/technical-test-link";

/** A viewer needs one click, which also unlocks sound. No device is ever asked for. */
export function ViewerPrejoin() {
  const t = useTranslations("room.prejoin");
  return (
    <section className="rm-card rm-prejoin" aria-label={t("enter")}>
      <p>{t("viewer")}</p>
      <EnterButtons devices={false} />
      <TechnicalTestLink />
    </section>
  );
}
