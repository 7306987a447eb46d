"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type DialogEndsProps = { close: () => void; label: string; variant: "match" | "danger"; onClick: () => void };

/** The two ways out of a question: back, or do it. */
export function DialogEnds({ close, label, variant, onClick }: DialogEndsProps) {
  const t = useTranslations("plan.desk");
  return (
    <div className="dialog__actions">
      <Button onClick={close}>{t("back")}</Button>
      <Button {...{ variant, onClick }}>{label}</Button>
    </div>
  );
}
