"use client";

import { useAttached } from "@/components/room/use-attached";
import { classNames } from "@/components/ui/class-names";
import type { Playable } from "@/realtime/client/ports";

type TileVideoProps = { source: Playable; own?: boolean; whole?: boolean };

/** A live picture. It is attached while it is on the page, so that hidden tiles cost nothing. */
export function TileVideo({ source, own, whole }: TileVideoProps) {
  const ref = useAttached<HTMLVideoElement>(source);
  const look = classNames("rm-video", own && "rm-video--own", whole && "rm-video--whole");
  return <video ref={ref} className={look} autoPlay muted playsInline />;
}
