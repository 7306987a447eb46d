import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { RoomEvent } from "./room-event";
import { RoomEventProvider } from "./room-event-context";
import { CardFrame, RefusedCard } from "./state-cards";

const event: RoomEvent = {
  slug: "werkstatt",
  title: "Werkstatt",
  mode: "roundtable",
  startsAt: "2027-03-31T12:00:00Z",
  endsAt: "2027-03-31T13:00:00Z",
  timeZone: homeZone,
  network: { name: "Netz", mark: "N", colour: null },
  role: null,
  recordsAttendance: false,
  feedbackUrl: null,
  agenda: [],
};
const cards = {
  "whoever was refused": <RefusedCard />,
  "every other state": (
    <CardFrame icon={null} title="Zustand">
      {null}
    </CardFrame>
  ),
};

it.each(Object.entries(cards))("P01: the card for %s has the legal pages below it", (_who, card) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages.en} timeZone={homeZone}>
      <RoomEventProvider value={event}>{card}</RoomEventProvider>
    </NextIntlClientProvider>,
  );
  for (const page of ["impressum", "datenschutz", "barrierefreiheit", "kontakt"])
    expect(html).toContain(`href="/en/${page}"`);
});
