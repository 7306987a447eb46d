"use client";

import { useDocuments } from "@/realtime/hooks/use-room-session";
import type { RoomStage, StageDesk } from "@/realtime/stage-api";

/** What hosts run the room with; null before the server has said. */
export const useStage = (): RoomStage | null => useDocuments(({ stage }) => stage);

/** What hosts alone are told; null for everybody else. */
export const useStageDesk = (): StageDesk | null => useDocuments(({ stage }) => stage?.desk ?? null);
