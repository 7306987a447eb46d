import { notFound } from "next/navigation";
import { deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { PlanVersionView } from "@/components/desk/plan-version";
import { titled } from "@/components/site/titled";
import { planVersion } from "@/domain/matchmaking/queries/plan-versions";
import { versionNumber } from "@/domain/matchmaking/schema/plans";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: Promise<{ locale: string; network: string; event: string; version: string }>;
};

export const generateMetadata = titled((locale) => translator(locale, "plan")("versions.tab"));

/** A plan of an event's talks as it was published once; nothing can be changed here. */
export default async function Page({ params }: PageProps) {
  const version = versionNumber.safeParse((await params).version).data;
  if (version === undefined) notFound();
  const { locale, path, viewer, network, event, may } = await deskEvent(params, `/plan/versions/${version}`);
  const known = await planVersion(viewer, { eventId: event.id, version });
  if (!known) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="plan" />
      <PlanVersionView
        {...{ known, locale }}
        eventId={event.id}
        plan={`/o/${network.slug}/e/${event.slug}/plan`}
        zone={event.timeZone}
      />
    </DeskPage>
  );
}
