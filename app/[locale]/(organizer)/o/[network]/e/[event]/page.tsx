import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDesk } from "@/components/desk/event-desk";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { findNetworkBySlug } from "@/domain/alliance/queries";
import { can } from "@/domain/policy";
import { findEventForDesk } from "@/domain/programme/queries";
import { listRegistrations } from "@/domain/registration/queries";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

type PageProps = { params: Promise<{ locale: string; network: string; event: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** The desk of one event. Foreign, missing and misplaced look the same. */
export default async function Page({ params }: PageProps) {
  const { locale: language, network: networkSlug, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/o/${networkSlug}/e/${slug}`;
  const viewer = await requirePerson(locale, path);
  const [network, event] = await Promise.all([
    findNetworkBySlug(networkSlug),
    findEventForDesk(viewer, slug),
  ]);
  if (!network || !event || event.networkId !== network.id) notFound();
  const people = (await listRegistrations(viewer, event.id)) ?? [];
  const active = people.filter((person) => person.status !== "cancelled");
  const counts = {
    unproven: active.filter((person) => !person.provenAt).length,
    talks: active.filter((person) => person.talksOptIn).length,
  };
  const mayCopy = can(viewer, "event.create", { networkId: network.id });
  const copyHref = mayCopy ? href(locale, `${path}/copy`) : undefined;
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <EventDeskHead event={event} networkSlug={network.slug} locale={locale} current="overview" />
      <EventDesk event={event} counts={counts} locale={locale} copyHref={copyHref} />
    </DeskPage>
  );
}
