"use client";

import { SpokenPolls } from "@/components/room/polls/spoken-polls";
import { SpokenConnection } from "@/components/room/spoken-connection";
import { SpokenPeople } from "@/components/room/spoken-people";
import { SpokenSpotlight } from "@/components/room/spoken-spotlight";
import { SpokenTime } from "@/components/room/spoken-time";

/** What is announced to people who cannot see it: arrivals, hands, messages, polls, moves, the connection, the time. */
export function SpokenEvents() {
  return (
    <>
      <SpokenConnection />
      <SpokenPeople />
      <SpokenSpotlight />
      <SpokenPolls />
      <SpokenTime />
    </>
  );
}
