import "server-only";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { findMyNetwork, findNetworkBySlug, type NetworkView } from "@/domain/alliance/queries";
import { can, type Permission } from "@/domain/policy";
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
  | "/polls"
  | "/roles"
  | "/run"
  | "/numbers"
  | "/report"
  | "/talks-report"
  | "/tables"
  | "/plan"
  | `/plan/versions/${number}`
  | "/people"
  | `/people/${string}`
  | "/mails"
  | `/mails/${string}`
  | "/mail-log";

/** What of an event's desk opens for the viewer; a link to what does not is shown to nobody. */
export type DeskMay = {
  /** The office of the network, with its other events. */
  office: boolean;
  /** Writing to the event's people. */
  mails: boolean;
  /** Tables for talks, and talks that are booked for others. */
  talks: boolean;
  /** What came of the talks. */
  report: boolean;
  /** Who was there, and what can be counted of it afterwards. */
  attendance: boolean;
  /** Who has which role at the event. */
  roles: boolean;
  door: boolean;
  console: boolean;
  room: boolean;
};

type EventOnDesk = {
  locale: Locale;
  /** Of this page, without language prefix. */
  path: string;
  viewer: PersonActor;
  /** The lead network; only under its name the event has a desk. */
  network: NetworkView;
  event: EventDetail;
  may: DeskMay;
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
  return { locale, path, viewer, network, event, may: mayAtDesk(viewer, event) };
}

function mayAtDesk(viewer: PersonActor, { id: eventId, networkId }: EventDetail): DeskMay {
  const may = (permission: Permission) => can(viewer, permission, { networkId, eventId });
  return {
    office: can(viewer, "network.read", { networkId }),
    mails: may("mails.manage"),
    talks: may("meeting.book"),
    report: may("talks.report"),
    attendance: may("attendance.read"),
    roles: may("event.update"),
    door: may("attendance.checkIn"),
    console: may("round.manage"),
    room: may("room.enter"),
  };
}

/** Segments of the address of a network's office and of the pages below it. */
export type NetworkParams = Promise<{ locale: string; network: string }>;

type ShelfPath = "/templates" | "/templates/import" | "/series" | "/series/new" | `/series/${string}`;

/** What the pages of a network's templates and series begin with. Foreign, missing and not allowed look the same. */
export async function networkDesk(params: NetworkParams, below: ShelfPath) {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/o/${slug}${below}`;
  const viewer = await requirePerson(locale, path);
  const network = await findMyNetwork(viewer, slug);
  if (!network || !can(viewer, "template.manage", { networkId: network.id })) notFound();
  return { locale, path, viewer, network };
}
