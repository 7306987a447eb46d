import { notFound } from "next/navigation";
import * as plan from "@/actions/plan";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { PlanDesk } from "@/components/desk/plan/plan-desk";
import { planViews } from "@/components/desk/plan/views";
import { PlanVersions } from "@/components/desk/plan-versions";
import { ClientMessages } from "@/components/site/client-messages";
import { titled } from "@/components/site/titled";
import { planMatrix } from "@/domain/matchmaking/queries/plan-matrix";
import { listPlanVersions } from "@/domain/matchmaking/queries/plan-versions";
import { presentPeople } from "@/domain/matchmaking/queries/present";
import { runResult } from "@/domain/matchmaking/queries/run-result";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import { deskOf } from "@/realtime/project";
import { heardOn } from "@/realtime/stream";

type PageProps = {
  params: DeskParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "plan")("desk.title"));

/** The plan of an event's talks: who talks with whom when. Query: `view` (people, tables, list, without, live). */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/plan");
  const heard = await heardOn([deskOf(event.id)]);
  const [matrix, present, versions, query] = await Promise.all([
    planMatrix(viewer, { eventId: event.id, locale }),
    presentPeople(viewer, event.id),
    listPlanVersions(viewer, event.id),
    searchParams,
  ]);
  if (!matrix) notFound();
  const result = await runResult(viewer, event.id, matrix);
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="plan" />
      <ClientMessages locale={locale} areas={["errors", "plan"]}>
        <PlanDesk
          {...{ matrix, present, result, path, heard }}
          now={now().toISOString()}
          startView={planViews.find((view) => view === query.view)}
          actions={{
            start: plan.startPlanAction,
            stop: plan.stopPlanAction,
            adopt: plan.adoptPlanAction,
            move: plan.moveTalkAction,
            lock: plan.lockTalkAction,
            undo: plan.undoPlanChangeAction,
            discard: plan.discardDraftAction,
            begin: plan.beginDraftAction,
            publish: plan.publishPlanAction,
            require: plan.requireTalkAction,
            limit: plan.limitTalksAction,
          }}
        />
      </ClientMessages>
      <PlanVersions
        {...{ path, locale }}
        versions={versions ?? []}
        eventId={event.id}
        zone={event.timeZone}
      />
    </DeskPage>
  );
}
