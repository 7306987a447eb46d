"use client";

import { Activity, useDeferredValue } from "react";
import { LiveRoom } from "@/components/room/live-room";
import { Lobby } from "@/components/room/lobby";
import { EndedCard, HeldCard, LeftCard, RefusedCard, RemovedCard } from "@/components/room/state-cards";
import { useRoom } from "@/realtime/hooks/use-room-session";

/** Which of the room's screens is shown. */
export function RoomSurface() {
  const phase = useRoom(({ connection }) => connection.phase);
  const refusal = useRoom((view) => view.joinRefusal);
  const inside = useRoom(({ connection }) => connection.entered && connection.answer?.state === "room");
  // Deferred, so that drawing the room takes turns with connecting to it.
  const live = useDeferredValue(inside && phase !== "waiting");
  if (phase === "left") return <LeftCard />;
  if (phase === "held") return <HeldCard />;
  if (phase === "removed") return <RemovedCard />;
  if (phase === "ended") return <EndedCard />;
  if (refusal && !inside) return <RefusedCard />;
  return (
    <>
      {live ? null : <Lobby />}
      {/* Drawn unseen while the person is still in the lobby: after the click it only has to appear. */}
      <Activity mode={live ? "visible" : "hidden"}>
        <LiveRoom />
      </Activity>
    </>
  );
}
