import { useTranslations } from "next-intl";
import { setCertificateRuleAction } from "@/actions/attendance";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField } from "@/components/desk/answered-form";
import { ReportCurve } from "@/components/desk/report-curve";
import { CountTable, Shares } from "@/components/desk/shares";
import type { EventDetail } from "@/components/programme/event-views";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { Stat } from "@/components/ui/stat";
import type { EventReport } from "@/domain/attendance/queries/report";
import type { ReportSection } from "@/domain/attendance/queries/report-sections";
import type { CertificateRule } from "@/domain/attendance/rules/certificate";
import { MOST_MINUTES, reportFiles } from "@/domain/attendance/schema/afterwards";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type ReportProps = {
  report: (EventReport & { sections: ReportSection[] }) | undefined;
  /** Null where nobody has said so yet, undefined for whoever may not change it. */
  rule: CertificateRule | null | undefined;
  event: Pick<EventDetail, "id" | "startsAt" | "endsAt">;
  /** Of this page, to come back to. */
  path: string;
  locale: Locale;
  isRunning: boolean;
  countsMinutes: boolean;
};

/** Files first, then section by section; each picture is a table, or has one. */
export function EventReportView(props: ReportProps) {
  const { report, locale, path, isRunning } = props;
  const t = useTranslations("report");
  if (!report)
    return (
      <div className="stack gap-6">
        <Empty icon="users" title={t("soon")}>
          {t("soonText")}
        </Empty>
        <CertificateForm {...props} />
      </div>
    );
  return (
    <div className="stack gap-6">
      <section className="stack gap-3">
        <h2 className="text-xl">{t("title")}</h2>
        <p className="small muted">
          {t("intro")} <a href={href(locale, `${upFrom(path)}/people`)}>{t("list")}</a>
        </p>
        {isRunning ? <Notice>{t("running")}</Notice> : null}
      </section>
      <TakeAlong {...props} />
      <div className="numbers">
        {report.sections.map((section) => (
          <Section key={section.id} section={section} report={report} locale={locale} path={path} />
        ))}
      </div>
      <CertificateForm {...props} />
    </div>
  );
}

const upFrom = (path: string) => path.replace(/\/report$/, "");

type SectionProps = { section: ReportSection; report: EventReport; locale: Locale; path: string };

function Section({ section, report, locale, path }: SectionProps) {
  const t = useTranslations("report");
  const { id, title, note, lines } = section;
  const rows = lines.map((line) => ({ id: line.id, name: line.label, count: line.count ?? 0 }));
  if (id === "curve" && report.curve)
    return (
      <ReportCurve title={title} curve={report.curve} zone={report.about.timeZone} locale={locale}>
        <CountTable head={t("curve.time")} count={t("curve.count")} rows={rows} />
      </ReportCurve>
    );
  if (id === "notes")
    return (
      <Card small>
        <h2 className="text-base mb-2">{title}</h2>
        <ul className="stack gap-2">
          {lines.map((line) => (
            <li key={line.id}>{line.label}</li>
          ))}
        </ul>
      </Card>
    );
  if (lines.every(({ count }) => count !== undefined) && id !== "speaking")
    return (
      <Shares title={title} {...(note ? { note } : {})} head={t("what")} count={t("count")} rows={rows} />
    );
  return (
    <Card small data-section={id}>
      <h2 className="text-base mb-2">{title}</h2>
      {note ? <p className="small muted mb-2">{note}</p> : null}
      <dl className="stats">
        {lines.map((line) => (
          <Stat key={line.id} label={line.label} value={<span data-line={line.id}>{line.value}</span>} />
        ))}
      </dl>
      {id === "talks" ? (
        <p className="small mt-2">
          <a href={href(locale, `${upFrom(path)}/talks-report`)}>{t("talksReport")}</a>
        </p>
      ) : null}
    </Card>
  );
}

/** A plain form: the browser saves what it answers, and the page stays. */
function TakeAlong({ event, locale, path }: ReportProps) {
  const t = useTranslations("report.take");
  return (
    <form className="stack gap-2" method="post" action={`/api/events/${event.id}/report`}>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="locale" value={locale} />
      <div className="row gap-2">
        <h2 className="text-base">{t("title")}</h2>
        {reportFiles.toReversed().map((format) => (
          <Button key={format} type="submit" size="sm" name="format" value={format}>
            {t(format)}
          </Button>
        ))}
      </div>
      <p className="small muted">{t("note")}</p>
    </form>
  );
}

/** Half of what was planned, until somebody says otherwise. */
const halfOf = ({ startsAt, endsAt }: ReportProps["event"]) =>
  Math.min(MOST_MINUTES, Math.max(1, Math.round((endsAt.getTime() - startsAt.getTime()) / 120_000)));

function CertificateForm({ event, rule, countsMinutes }: ReportProps) {
  const t = useTranslations("report.certificate");
  if (rule === undefined) return null;
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("text")}</p>
      {countsMinutes ? null : <Notice>{t("noMinutes")}</Notice>}
      <ActionForm action={setCertificateRuleAction} submit={t("save")} done={t("saved")} id="certificate">
        <input type="hidden" name="eventId" value={event.id} />
        <ActionCheck
          name="isOffered"
          value="on"
          label={t("offer")}
          defaultChecked={rule?.isOffered ?? false}
        />
        <ActionField
          name="minMinutes"
          label={t("minutes")}
          type="number"
          min={1}
          max={MOST_MINUTES}
          defaultValue={rule?.minMinutes ?? halfOf(event)}
          required
        />
      </ActionForm>
    </Card>
  );
}
