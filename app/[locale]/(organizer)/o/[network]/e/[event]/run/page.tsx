import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { PrintButton, RunRefresh } from "@/components/desk/run-screen";
import { Drift, RunTable } from "@/components/desk/run-table";
import { titled } from "@/components/site/titled";
import { can } from "@/domain/policy";
import { runOfShow } from "@/domain/programme/queries/run-of-show";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

export const generateMetadata = titled((locale) => translator(locale, "organizer")("event.run"));

/** The run of show: the agenda with everything that is the team's alone, on screen and on paper. */
export default async function Page({ params }: { params: DeskParams }) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/run");
  const run = await runOfShow(viewer, event.id);
  const mayRun = can(viewer, "event.run", { networkId: event.networkId, eventId: event.id });
  const t = translator(locale, "organizer");
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="run" />
      <div className="stack gap-4">
        <div className="row between">
          <h2 className="text-xl">{t("run.title")}</h2>
          <PrintButton label={t("run.print")} />
        </div>
        <p className="small muted needs-screen">{t("run.lead")}</p>
        {event.status === "live" ? (
          <>
            <Drift run={run} now={now()} />
            <RunRefresh />
          </>
        ) : null}
        <RunTable {...{ event, run, locale, mayRun }} />
      </div>
    </DeskPage>
  );
}
