"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConsoleDesk } from "@/components/room/console-desk";
import type { EventOffice } from "@/components/room/event-office";
import { keepOpen } from "@/components/room/keep-open";
import type { RoomEvent } from "@/components/room/room-event";
import { RoomEventProvider } from "@/components/room/room-event-context";
import { useRoomColours } from "@/components/room/use-room-colours";
import { LiveRegions } from "@/components/ui/live-regions";
import { browserClock } from "@/realtime/client/browser-clock";
import { BrowserMedia } from "@/realtime/client/browser-media";
import { HttpControl } from "@/realtime/client/http-control";
import { FIRST_CHOICE } from "@/realtime/client/media-view";
import { RoomSession } from "@/realtime/client/room-session";
import { HOST_OUTSIDE, OutsideRightsProvider } from "@/realtime/hooks/use-place";
import { RoomSessionProvider } from "@/realtime/hooks/use-room-session";

/** A signal may be lost while nobody is in the room with this page: it asks again now and then. */
const AGAIN_MS = 20_000;

/** The lists and switches of the room for its hosts. It never joins, so it holds no media and no place. */
export function ConsoleApp({ event, office }: { event: RoomEvent; office: EventOffice }) {
  const t = useTranslations("room.spoken");
  const [session] = useState(() => outsideSession(event.slug));
  useEffect(() => {
    const close = keepOpen(session);
    const ask = () => {
      session.nudge();
      session.documents.readAll();
    };
    ask();
    const timer = setInterval(ask, AGAIN_MS);
    return () => {
      clearInterval(timer);
      close();
    };
  }, [session]);
  useRoomColours();
  return (
    <RoomSessionProvider value={session}>
      <RoomEventProvider value={event}>
        <OutsideRightsProvider value={HOST_OUTSIDE}>
          <LiveRegions label={t("region")}>
            <ConsoleDesk office={office} />
          </LiveRegions>
        </OutsideRightsProvider>
      </RoomEventProvider>
    </RoomSessionProvider>
  );
}

function outsideSession(slug: string): RoomSession {
  const makeRoom = () => {
    throw new Error("the console joins no room");
  };
  return new RoomSession(
    {
      control: new HttpControl(slug, crypto.randomUUID()),
      media: new BrowserMedia(),
      clock: browserClock,
      makeRoom,
    },
    {
      slug,
      entered: false,
      choice: { ...FIRST_CHOICE, mic: false, cam: false, listenOnly: true },
    },
  );
}
