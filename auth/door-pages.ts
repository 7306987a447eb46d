import "server-only";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { findNetwork, type NetworkView } from "@/domain/alliance/queries";
import { findDoorEvent } from "@/domain/attendance/queries/door";
import type { DoorPeople } from "@/domain/attendance/schema";
import type { EventScope } from "@/domain/programme/queries";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { peopleFor } from "./check-in-doors";
import { type PersonActor, requirePerson } from "./session";

export type DoorParams = Promise<{ locale: string; event: string }>;

type EventAtDoor = {
  locale: Locale;
  /** Of this page, without language prefix. */
  path: string;
  viewer: PersonActor;
  event: EventScope;
  network: NetworkView | undefined;
  people: DoorPeople;
};

/** What every page of one event's door begins with. Foreign, missing and drafted events look the same. */
export async function doorOf(params: DoorParams, below: "" | "/list" | "/badges"): Promise<EventAtDoor> {
  const { locale: language, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/checkin/${slug}${below}`;
  const viewer = await requirePerson(locale, path);
  const event = await findDoorEvent(viewer, slug);
  const people = event && (await peopleFor(viewer, event.eventId));
  if (!event || !people) notFound();
  return { locale, path, viewer, event, network: await findNetwork(event.networkId), people };
}
