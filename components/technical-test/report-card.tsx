"use client";

import { useLocale, useTranslations } from "next-intl";
import { download, reportName, reportText } from "@/components/technical-test/report";
import { useWords } from "@/components/technical-test/use-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { localeOf } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";
import type { Findings } from "@/realtime/client/findings";

/** What was found, to give to whoever helps. */
export function ReportCard({ findings }: { findings: Findings }) {
  const t = useTranslations("technical.report");
  const words = useWords();
  const locale = localeOf(useLocale());
  const save = () => {
    const place = { locale, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
    const now = { zone: place.zone, at: new Date() };
    const frame = {
      title: t("heading", { host: window.location.host }),
      made: t("made", { when: formatMoment({ ...place, at: now.at }), zone: place.zone }),
      browser: t("browser", { browser: navigator.userAgent }),
      foot: t("foot"),
    };
    download(reportName(t("fileName"), now), reportText({ findings, words, frame, place }));
  };
  return (
    <Card className="stack gap-4">
      <h2 className="text-base">{t("title")}</h2>
      <p className="muted small">{t("text")}</p>
      <div className="row">
        <Button variant="primary" onClick={save}>
          <Icon name="download" />
          {t("save")}
        </Button>
      </div>
    </Card>
  );
}
