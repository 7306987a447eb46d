import "server-only";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { findMyNetwork, findNetworkBySlug, type NetworkView } from "@/domain/alliance/queries";
import { can } from "@/domain/policy";
import { type EventDetail, findEventForDesk } from "@/domain/programme/queries";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { type PersonActor, requirePerson } from "./session";

/** Segments of the address of an event's desk and of the pages below it. */
export type DeskParams = Promise<{ locale: string; network: string; event: string }>;

/** What follows the address of an event's desk. */
type DeskPath =
  | ""
  | "/copy"
  | "/form"
  | "/materials"
  | "/run"
  | "/numbers"
  | "/people"
  | `/people/${string}`
  | "/mails"
  | `/mails/${string}`
  | "/mail-log";

type EventOnDesk = {
  locale: Locale;
  /** Of this page, without language prefix. */
  path: string;
  viewer: PersonActor;
  /** The lead network; only under its name the event has a desk. */
  network: NetworkView;
  event: EventDetail;
  /** Whether the viewer may write to the event's people. */
  mails: boolean;
};

/** What every page of one event's desk begins with. Foreign, missing and misplaced look the same. */
export async function deskEvent(params: DeskParams, below: DeskPath): Promise<EventOnDesk> {
  const { locale: language, network: networkSlug, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/o/${networkSlug}/e/${slug}${below}`;
  const viewer = await requirePerson(locale, path);
  const [network, event] = await Promise.all([
    findNetworkBySlug(networkSlug),
    findEventForDesk(viewer, slug),
  ]);
  if (!network || !event || event.networkId !== network.id) notFound();
  const mails = can(viewer, "mails.manage", { networkId: event.networkId, eventId: event.id });
  return { locale, path, viewer, network, event, mails };
}

/** Segments of the address of a network's office and of the pages below it. */
export type NetworkParams = Promise<{ locale: string; network: string }>;

/** What the pages of a network's templates begin with. Foreign, missing and not allowed look the same. */
export async function networkDesk(params: NetworkParams, below: "/templates" | "/templates/import") {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/o/${slug}${below}`;
  const viewer = await requirePerson(locale, path);
  const network = await findMyNetwork(viewer, slug);
  if (!network || !can(viewer, "template.manage", { networkId: network.id })) notFound();
  return { locale, path, viewer, network };
}
