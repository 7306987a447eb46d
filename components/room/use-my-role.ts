"use client";

import { useRoomEvent } from "@/components/room/room-event-context";
import type { RoomRole } from "@/domain/rooms/schema";
import { useAnswer } from "@/realtime/hooks/use-place";
import type { WhereAmI } from "@/realtime/protocol";

/** What the server last said, before it said anything what the page knew, and else the least one can be. */
export const roleOf = (answer: WhereAmI | null, ofPage: RoomRole | null): RoomRole =>
  answer?.me?.role ?? ofPage ?? "participant";

/** Who I am in this room. */
export const useMyRole = (): RoomRole => roleOf(useAnswer(), useRoomEvent().role);
