"use client";

import { useEffect, useState } from "react";
import { LiveRegions } from "@/components/room/live-regions";
import { MediaPermissionWatch } from "@/components/room/media-permission-watch";
import type { RoomEvent } from "@/components/room/room-event";
import { RoomEventProvider } from "@/components/room/room-event-context";
import { RoomStateMirror } from "@/components/room/room-state-mirror";
import { RoomSurface } from "@/components/room/room-surface";
import { browserClock } from "@/realtime/client/browser-clock";
import { BrowserMedia } from "@/realtime/client/browser-media";
import { HttpControl } from "@/realtime/client/http-control";
import { LiveKitRoom } from "@/realtime/client/livekit-room";
import { RoomSession } from "@/realtime/client/room-session";
import { readChoice, readTab, writeChoice, writeTab } from "@/realtime/client/stored-choice";
import { RoomSessionProvider } from "@/realtime/hooks/use-room-session";

/** Makes the one owner of the connection and shows what it says. */
export function RoomApp({ event }: { event: RoomEvent }) {
  const [session] = useState(() => makeSession(event.slug));
  useEffect(() => keepOpen(session), [session]);
  useEffect(() => {
    // Menus and dialogs live at the end of <body>; they take the room's colours from here.
    document.documentElement.classList.add("room");
    return () => document.documentElement.classList.remove("room");
  }, []);
  return (
    <RoomSessionProvider value={session}>
      <RoomEventProvider value={event}>
        <LiveRegions>
          <MediaPermissionWatch />
          <RoomSurface />
          <RoomStateMirror />
        </LiveRegions>
      </RoomEventProvider>
    </RoomSessionProvider>
  );
}

function makeSession(slug: string): RoomSession {
  const note = readTab(slug);
  const session = new RoomSession(
    {
      control: new HttpControl(slug, note.tab),
      media: new BrowserMedia(),
      clock: browserClock,
      makeRoom: () => new LiveKitRoom(),
    },
    {
      slug,
      entered: note.entered,
      choice: readChoice(),
      onEntered: (entered) => writeTab(slug, { ...note, entered }),
    },
  );
  session.media.store.subscribe(() => writeChoice(session.media.view));
  return session;
}

/** React mounts twice in development: closing waits one turn, and opening again takes it back. */
const closing = new WeakMap<RoomSession, ReturnType<typeof setTimeout>>();

function keepOpen(session: RoomSession): () => void {
  clearTimeout(closing.get(session));
  session.open();
  return () => {
    closing.set(
      session,
      setTimeout(() => session.close(), 0),
    );
  };
}
