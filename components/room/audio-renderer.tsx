"use client";

import { useAttached } from "@/components/room/use-attached";
import type { Playable, Presence } from "@/realtime/client/ports";
import { useAsideView } from "@/realtime/hooks/use-aside";
import { useRoom } from "@/realtime/hooks/use-room-session";

/** All remote sound of the present room, each track once; the only place that plays any. */
export function AudioRenderer() {
  const people = useRoom(({ room }) => room.people);
  const beside = useRoom(({ room }) => room.asides);
  // A host who listens in hears that room beside their own.
  const { voices } = useAsideView();
  return (
    <div hidden data-testid="room-audio">
      {[...voicesOf(people), ...voicesOf(beside), ...voices].map((voice) => (
        <Voice key={voice.sid} source={voice} />
      ))}
    </div>
  );
}

const voicesOf = (people: readonly Pick<Presence, "voices">[]) => people.flatMap((person) => person.voices);

function Voice({ source }: { source: Playable }) {
  const ref = useAttached<HTMLAudioElement>(source);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no caption file
  return <audio ref={ref} autoPlay />;
}
