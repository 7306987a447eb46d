"use client";

import { SpokenPolls } from "@/components/room/polls/spoken-polls";
import { SpokenConnection } from "@/components/room/spoken-connection";
import { SpokenPeople } from "@/components/room/spoken-people";
import { SpokenQuestions } from "@/components/room/spoken-questions";
import { SpokenSpotlight } from "@/components/room/spoken-spotlight";
import { SpokenStage } from "@/components/room/spoken-stage";
import { SpokenTime } from "@/components/room/spoken-time";

/** What is announced to people who cannot see it: arrivals, hands, messages, polls, questions, moves, the connection, the time. */
export function SpokenEvents() {
  return (
    <>
      <SpokenConnection />
      <SpokenPeople />
      <SpokenSpotlight />
      <SpokenPolls />
      <SpokenQuestions />
      <SpokenStage />
      <SpokenTime />
    </>
  );
}
