import type { Metadata } from "next";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDesk } from "@/components/desk/event-desk";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { can } from "@/domain/policy";
import { listPartners } from "@/domain/programme/queries/partners";
import { deskNumbers } from "@/domain/registration/queries/desk-list";
import { listInvitations } from "@/domain/registration/queries/invitations";
import { origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { now } from "@/lib/time/clock";

type PageProps = { params: DeskParams };

export const metadata: Metadata = { robots: { index: false } };

/** The desk of one event. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, mails } = await deskEvent(params, "");
  const [counts, invitations, partners] = await Promise.all([
    deskNumbers(viewer, event.id),
    listInvitations(viewer, event.id, now()),
    listPartners(viewer, { eventId: event.id, networkId: event.networkId }),
  ]);
  const mayCopy = can(viewer, "event.create", { networkId: network.id });
  const mayDecide = can(viewer, "invitation.manage", { networkId: network.id, eventId: event.id });
  const mayEdit = can(viewer, "event.update", { networkId: network.id, eventId: event.id });
  const copyHref = mayCopy ? href(locale, `${path}/copy`) : undefined;
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <EventDeskHead {...{ event, locale, mails }} networkSlug={network.slug} current="overview" />
      <EventDesk
        {...{ event, counts, invitations, locale, copyHref, mayDecide, mayEdit, partners }}
        origin={origin()}
      />
    </DeskPage>
  );
}
