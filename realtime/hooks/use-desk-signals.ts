"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { SignalFeed } from "../client/signal-feed";
import type { Topic } from "../protocol";

type DeskSignals = {
  eventId: string;
  /** What the page has heard of: as `heardOn` said before it was read. */
  after: string;
  onSignal: (topic: Topic) => void;
};

/** Listens to an event's desk while the page is open. False while nothing can be heard: then a page has to look by itself. */
export function useDeskSignals({ eventId, after, onSignal }: DeskSignals): boolean {
  const [isHeard, setHeard] = useState(true);
  // The page brings a later number each time it is read; the stream counts by itself once it is open.
  const [from] = useState(after);
  const heard = useEffectEvent(onSignal);
  useEffect(() => {
    const feed = new SignalFeed({
      where: { desk: eventId },
      after: from,
      listener: ({ topic }) => heard(topic),
      onHearing: setHeard,
    });
    feed.open();
    return () => feed.close();
  }, [eventId, from]);
  return isHeard;
}
