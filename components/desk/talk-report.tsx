import { useTranslations } from "next-intl";
import { NetworkMatrix } from "@/components/desk/talk-report-matrix";
import { ReportEntries, ReportNeeds } from "@/components/desk/talk-report-needs";
import { OutcomeBars, ReportTable } from "@/components/desk/talk-report-tables";
import { useLabelName } from "@/components/desk/use-label-name";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Stat } from "@/components/ui/stat";
import type { TalkReportView } from "@/domain/matchmaking/queries/talk-report";
import { reportFormats } from "@/domain/matchmaking/schema";
import type { Locale } from "@/lib/i18n/locales";

type ReportProps = {
  report: TalkReportView;
  locale: Locale;
  /** Of this page, to come back to. */
  path: string;
  /** Where the files are asked for. */
  action: string;
};

/** Numbers first, then what came of it, who talked with whom, who sought what; each picture is a table, or has one. */
export function TalkReport({ report, locale, path, action }: ReportProps) {
  const t = useTranslations("talkReport");
  const { counts } = report.total;
  if (counts.requested === 0 && counts.talks === 0)
    return (
      <Empty icon="users" title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  const minutes = counts.minutes.toLocaleString(locale);
  return (
    <div className="stack gap-6">
      <section className="stack gap-3">
        <h2 className="text-xl">{t("title")}</h2>
        <p className="small muted">{t("intro")}</p>
        <dl className="stats">
          <Stat label={t("people")} value={report.total.people} />
          <Stat label={t("withoutTalk")} value={report.total.withoutTalk} />
          {(["requested", "accepted", "declined", "talks", "held"] as const).map((key) => (
            <Stat key={key} label={t(key)} value={counts[key]} />
          ))}
          {counts.unknown > 0 ? <Stat label={t("unknown")} value={counts.unknown} /> : null}
          <Stat label={t("minutes")} value={minutes} />
          <Stat label={t("noShows")} value={counts.noShows} />
        </dl>
      </section>
      <TakeAlong {...{ locale, path, action }} />
      <OutcomeBars outcomes={report.total.outcomes} />
      <NetworkMatrix report={report} />
      <ByNetwork report={report} />
      <ReportNeeds report={report} locale={locale} />
      <ReportEntries entries={report.entries} />
      <ByPerson report={report} locale={locale} />
    </div>
  );
}

/** A plain form: the browser saves what it answers, and the page stays. */
function TakeAlong({ locale, path, action }: Pick<ReportProps, "locale" | "path" | "action">) {
  const t = useTranslations("talkReport.take");
  return (
    <form className="stack gap-2" method="post" action={action}>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="locale" value={locale} />
      <div className="row gap-2">
        <h2 className="text-base">{t("title")}</h2>
        {reportFormats.toReversed().map((format) => (
          <Button key={format} type="submit" size="sm" name="format" value={format}>
            {t(format)}
          </Button>
        ))}
      </div>
      <p className="small muted">{t("note")}</p>
    </form>
  );
}

function ByNetwork({ report }: { report: TalkReportView }) {
  const t = useTranslations("talkReport");
  const nameOf = useLabelName(report);
  const rows = report.networks.map(({ label, people, withoutTalk, counts, outcomes }) => ({
    id: label,
    name: nameOf(label),
    before: [people, withoutTalk],
    counts,
    after: outcomes ? outcomes.cooperation_possible : t("untold"),
  }));
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("networks")}</h2>
      <p className="small muted">{t("networksNote")}</p>
      <ReportTable
        title={t("networks")}
        head={t("network")}
        before={[t("people"), t("withoutTalk")]}
        after={t("outcomes.cooperation_possible")}
        rows={rows}
      />
    </section>
  );
}

function ByPerson({ report, locale }: { report: TalkReportView; locale: Locale }) {
  const t = useTranslations("talkReport");
  if (report.people.length === 0) return null;
  const rows = report.people.map(({ personId, name, organisation, asked, counts, unmet }) => ({
    id: personId,
    name,
    note: organisation,
    before: [asked],
    counts,
    after: unmet.map((words) => words[locale]).join(", "),
  }));
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("persons")}</h2>
      <p className="small muted">{t("personsNote")}</p>
      <ReportTable
        title={t("persons")}
        head={t("person")}
        before={[t("asked")]}
        after={t("openNeeds")}
        rows={rows}
      />
    </section>
  );
}
