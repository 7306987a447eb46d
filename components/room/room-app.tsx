"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FreedTalkProvider } from "@/components/room/freed-talk";
import { keepOpen } from "@/components/room/keep-open";
import { MediaPermissionWatch } from "@/components/room/media-permission-watch";
import type { RoomEvent } from "@/components/room/room-event";
import { RoomEventProvider } from "@/components/room/room-event-context";
import { RoomStateMirror } from "@/components/room/room-state-mirror";
import { RoomSurface } from "@/components/room/room-surface";
import { useRoomColours } from "@/components/room/use-room-colours";
import { LiveRegions } from "@/components/ui/live-regions";
import { Aside } from "@/realtime/client/aside";
import { browserClock } from "@/realtime/client/browser-clock";
import { BrowserMedia } from "@/realtime/client/browser-media";
import { HttpControl } from "@/realtime/client/http-control";
import { LiveKitRoom } from "@/realtime/client/livekit-room";
import { choiceOf } from "@/realtime/client/media-view";
import { Monitor } from "@/realtime/client/monitor";
import { RoomSession } from "@/realtime/client/room-session";
import { readChoice, readTab, writeChoice, writeTab } from "@/realtime/client/stored-choice";
import { warmUp } from "@/realtime/client/warm-up";
import { AsideProvider } from "@/realtime/hooks/use-aside";
import { MonitorProvider } from "@/realtime/hooks/use-monitor";
import { RoomSessionProvider } from "@/realtime/hooks/use-room-session";

/** Makes the one owner of the connection and shows what it says. */
export function RoomApp({ event }: { event: RoomEvent }) {
  const t = useTranslations("room.spoken");
  const [{ session, aside, monitor }] = useState(() => makeSession(event.slug));
  useEffect(() => keepOpen(session), [session]);
  useRoomColours();
  useEffect(() => void warmUp(), []);
  return (
    <RoomSessionProvider value={session}>
      <RoomEventProvider value={event}>
        <LiveRegions label={t("region")}>
          <MediaPermissionWatch />
          <AsideProvider value={aside}>
            <MonitorProvider value={monitor}>
              <FreedTalkProvider>
                <RoomSurface />
              </FreedTalkProvider>
            </MonitorProvider>
          </AsideProvider>
          <RoomStateMirror />
        </LiveRegions>
      </RoomEventProvider>
    </RoomSessionProvider>
  );
}

function makeSession(slug: string): {
  session: RoomSession;
  aside: Aside;
  monitor: Monitor;
} {
  const note = readTab(slug);
  const control = new HttpControl(slug, note.tab);
  const outside = { control, clock: browserClock, makeRoom: () => new LiveKitRoom() };
  const session = new RoomSession(
    { ...outside, media: new BrowserMedia() },
    {
      slug,
      entered: note.entered,
      choice: readChoice(),
      onEntered: (entered) => writeTab(slug, { ...note, entered, devices: !session.media.camesWithout }),
    },
  );
  if (note.entered && !note.devices) session.media.comeWithout();
  session.media.store.subscribe(() => writeChoice(choiceOf(session.media.view)));
  const aside = new Aside({ ...outside, mic: () => session.media.view.micTrack });
  return { session, aside, monitor: new Monitor(outside) };
}
