import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { RoomEventProvider } from "./room-event-context";
import { CardFrame, RefusedCard } from "./state-cards";
import { roomEventFor } from "./testing/room-markup";

const cards = {
  "whoever was refused": <RefusedCard />,
  "every other state": (
    <CardFrame icon={null} title="Zustand">
      {null}
    </CardFrame>
  ),
};

it.each(Object.entries(cards))("P01: the card for %s has the legal pages below it", (_who, card) => {
  const html = markupOf(<RoomEventProvider value={roomEventFor(null)}>{card}</RoomEventProvider>, "en");
  for (const page of ["impressum", "datenschutz", "barrierefreiheit", "kontakt"])
    expect(html).toContain(`href="/en/${page}"`);
});
