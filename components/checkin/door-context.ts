"use client";

import { createContext, useContext } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";

/** What every part of a door's page needs to know of it. */
export type DoorPlace = {
  eventId: string;
  locale: Locale;
  /** Zone of the event: the clock on its wall. */
  zone: string;
  /** Of the scanner's page, with what is searched; without language prefix. */
  back: string;
  /** Of the page with name badges, with language prefix. */
  badges: string;
};

const Place = createContext<DoorPlace>({
  eventId: "",
  locale: "de",
  zone: "Europe/Berlin",
  back: "",
  badges: "",
});
export const DoorPlaceProvider = Place.Provider;
export const useDoorPlace = (): DoorPlace => useContext(Place);

/** “9:02” as the clock of the event shows it. */
export function useClock(): (at: string) => string {
  const { locale, zone } = useDoorPlace();
  return (at) => formatClock({ locale, zone, at: new Date(at) });
}
