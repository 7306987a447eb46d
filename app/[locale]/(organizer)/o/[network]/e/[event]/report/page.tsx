import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { EventReportView } from "@/components/desk/event-report";
import { titled } from "@/components/site/titled";
import { certificateRuleOf } from "@/domain/attendance/queries/certificate";
import { eventReport } from "@/domain/attendance/queries/report";
import { reportSections } from "@/domain/attendance/queries/report-sections";
import { recordsAttendance } from "@/domain/attendance/queries/stays";
import { can } from "@/domain/policy";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = { params: DeskParams };

export const generateMetadata = titled((locale) => translator(locale, "report")("title"));

/** Everything that can be counted of one event, from its start on; and who gets a certificate. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/report");
  if (!may.attendance) notFound();
  const at = now();
  const report = await eventReport(viewer, { eventId: event.id, now: at });
  const [rule, countsMinutes] = await Promise.all([certificateRuleOf(event.id), recordsAttendance(event.id)]);
  const scope = { networkId: event.networkId, eventId: event.id };
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="report" />
      <EventReportView
        {...{ event, locale, path, countsMinutes }}
        report={report && { ...report, sections: reportSections(report, locale) }}
        rule={can(viewer, "certificate.rule", scope) ? (rule ?? null) : undefined}
        isRunning={event.status !== "ended" && at < event.endsAt}
      />
    </DeskPage>
  );
}
