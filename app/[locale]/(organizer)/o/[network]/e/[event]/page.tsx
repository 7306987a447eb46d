import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { readFlash } from "@/auth/flash";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDesk } from "@/components/desk/event-desk";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { RefusedNotice } from "@/components/desk/refused-notice";
import { titled } from "@/components/site/titled";
import { countArrivals } from "@/domain/attendance/queries/door";
import { hasTestMail } from "@/domain/notifications/queries/send-log";
import { can } from "@/domain/policy";
import { listPartners } from "@/domain/programme/queries/partners";
import { runOfShow } from "@/domain/programme/queries/run-of-show";
import { listSeriesToChoose } from "@/domain/programme/queries/series-desk";
import { speakerPeople } from "@/domain/programme/queries/speaker-people";
import { deskNumbers } from "@/domain/registration/queries/desk-list";
import { listInvitations } from "@/domain/registration/queries/invitations";
import { origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = { params: DeskParams };

export const generateMetadata = titled((locale) => translator(locale, "organizer")("event.overview"));

/** The desk of one event. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "");
  const [numbers, invitations, arrived, refused, run, partners, series, people, isTested] = await Promise.all(
    [
      deskNumbers(viewer, event.id),
      listInvitations(viewer, event.id, now()),
      event.seats.onsite === null ? undefined : countArrivals(viewer, event),
      readFlash(),
      runOfShow(viewer, event.id),
      listPartners(viewer, { eventId: event.id, networkId: event.networkId }),
      listSeriesToChoose(viewer, { networkId: network.id, eventId: event.id }),
      speakerPeople(viewer, event.id),
      hasTestMail(viewer, event.id),
    ],
  );
  const counts = { ...numbers, arrived };
  const mayCopy = can(viewer, "event.create", { networkId: network.id });
  const mayDecide = can(viewer, "invitation.manage", { networkId: network.id, eventId: event.id });
  const mayBrand = can(viewer, "network.manage", { networkId: network.id });
  const mayEdit = can(viewer, "event.update", { networkId: network.id, eventId: event.id });
  const copyHref = mayCopy ? href(locale, `${path}/copy`) : undefined;
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="overview" />
      <RefusedNotice refused={refused} />
      <EventDesk
        {...{ event, run, counts, invitations, locale, path, copyHref, mayDecide, mayEdit, partners, series }}
        zones={Intl.supportedValuesOf("timeZone")}
        origin={origin()}
        speakerPeople={people}
        {...{ network, isTested, may }}
        now={now()}
        legalHref={mayBrand ? href(locale, `/o/${network.slug}/office/look`) : undefined}
      />
    </DeskPage>
  );
}
