"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckCard } from "@/components/technical-test/check-card";
import { PressButton } from "@/components/technical-test/press-button";
import { testConnection } from "@/components/technical-test/test-connection";
import type { CheckProps } from "@/components/technical-test/use-findings";

export function ConnectionCheck({ findings, note }: CheckProps) {
  const t = useTranslations("technical.card.connection");
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    await testConnection(note);
    setBusy(false);
  };
  return (
    <CheckCard name="connection" checks={["plenum", "signal", "media"]} findings={findings}>
      <div className="row">
        <PressButton busy={busy} onPress={() => void start()}>
          {t("start")}
        </PressButton>
        {busy ? (
          <span className="muted small" role="status">
            {t("running")}
          </span>
        ) : null}
      </div>
    </CheckCard>
  );
}
