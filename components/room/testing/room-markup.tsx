import type { ReactNode } from "react";
import { markupOf } from "@/components/testing/markup";
import { LiveRegions } from "@/components/ui/live-regions";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { RoomSession } from "@/realtime/client/room-session";
import { HOST_OUTSIDE, OutsideRightsProvider } from "@/realtime/hooks/use-place";
import { RoomSessionProvider } from "@/realtime/hooks/use-room-session";
import type { RoomEvent } from "../room-event";
import { RoomEventProvider } from "../room-event-context";

/** A workshop that is over by the clock of the tests, like one that began some time ago, for who plays this part in it. */
export const roomEventFor = (role: RoomEvent["role"]): RoomEvent => ({
  ...{ slug: "event", title: "Werkstatt", mode: "roundtable", timeZone: homeZone, role },
  ...{ startsAt: new Date(0).toISOString(), endsAt: new Date(60_000).toISOString() },
  ...{ network: { name: "Netz", mark: "N", colour: null }, recordsAttendance: false },
  ...{ feedbackUrl: null, registrationId: null, agenda: [] },
});

/** A view of that room as it stands in this session. */
export const roomMarkup = (session: RoomSession, view: ReactNode, role: RoomEvent["role"] = null): string =>
  markupOf(
    <RoomSessionProvider value={session}>
      <RoomEventProvider value={roomEventFor(role)}>{view}</RoomEventProvider>
    </RoomSessionProvider>,
  );

/** A view of a console for its host, who never comes into the room. */
export const consoleMarkup = (session: RoomSession, view: ReactNode): string =>
  roomMarkup(
    session,
    <OutsideRightsProvider value={HOST_OUTSIDE}>
      <LiveRegions label={messages.de.room.spoken.region}>{view}</LiveRegions>
    </OutsideRightsProvider>,
    "host",
  );
