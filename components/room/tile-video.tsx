"use client";

import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Playable } from "@/realtime/client/ports";

type TileVideoProps = { source: Playable; own?: boolean; whole?: boolean };

/** A live picture. It is attached while it is on the page, so that hidden tiles cost nothing. */
export function TileVideo({ source, own, whole }: TileVideoProps) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    source.attach(element);
    return () => source.detach(element);
  }, [source]);
  const look = classNames("rm-video", own && "rm-video--own", whole && "rm-video--whole");
  return <video ref={ref} className={look} autoPlay muted playsInline />;
}
