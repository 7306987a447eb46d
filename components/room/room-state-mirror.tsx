"use client";

import type { MediaView } from "@/realtime/client/media-view";
import type { RoomView } from "@/realtime/client/room-view";
import { useMedia, useRoom } from "@/realtime/hooks/use-room-session";
import type { WhereAmI } from "@/realtime/protocol";

/** The live state as `data-*` on one element, so that tests wait for facts instead of time. */
export function RoomStateMirror() {
  const view = useRoom((all) => all);
  const media = useMedia();
  const facts = {
    ...connectionFacts(view),
    ...roomFacts(view),
    ...mediaFacts(media),
    ...answerFacts(view.connection.answer),
  };
  return <div hidden data-testid="room-state" {...facts} />;
}

function connectionFacts({ connection, switches, lastGapMs, offsetMs }: RoomView) {
  return {
    "data-state": connection.phase,
    "data-entered": connection.entered,
    "data-epoch": connection.epoch?.join(".") ?? "",
    "data-generation": connection.generation,
    "data-attempt": connection.attempt,
    "data-prepared": connection.preparing ?? "",
    "data-declined": connection.declined ?? "",
    "data-switches": switches,
    "data-last-gap-ms": lastGapMs ?? "",
    "data-clock-offset-ms": Math.round(offsetMs),
  };
}

function roomFacts({ connection: { current }, room, pictures }: RoomView) {
  return {
    "data-room-id": current?.room.id ?? "",
    "data-room-kind": current?.room.kind ?? "",
    "data-room-label": current?.room.label ?? "",
    "data-can-publish": current?.rights.mic ?? false,
    "data-moderates": current?.rights.moderate ?? false,
    "data-participants": room.people.length,
    "data-tracks": room.tracks,
    "data-speakers": room.speakers.length,
    "data-can-play": room.canPlay,
    "data-pictures": pictures,
  };
}

function mediaFacts(media: MediaView) {
  return {
    "data-mic": media.mic && media.micTrack ? "on" : "off",
    "data-cam": media.cam && media.camTrack ? "on" : "off",
    "data-sharing": media.sharing,
    "data-background": media.background,
    "data-device-problem": media.problem ?? "",
    "data-gum-calls": media.gumCalls,
  };
}

function answerFacts(answer: WhereAmI | null) {
  return {
    "data-answer": answer?.state ?? "none",
    "data-wait": answer?.state === "wait" ? answer.reason : "",
    "data-next-room": answer?.state === "room" ? (answer.next?.room.id ?? "") : "",
    "data-me": answer?.me?.admissionId ?? "",
    "data-role": answer?.me?.role ?? "",
    "data-live": answer?.session.live ?? false,
    "data-frozen": answer?.session.frozen ?? false,
    "data-locked": answer?.session.locked ?? false,
  };
}
