import { z } from "zod";
import { idOf } from "@/lib/ids";

const ofEvent = z.object({ eventId: idOf("event") });
const ofRound = ofEvent.extend({ roundId: idOf("round") });
const ofPerson = ofEvent.extend({ admissionId: idOf("admission") });

/** What can have happened in a room, and what the fact carries. */
export const roomFacts = {
  "room.opened": ofEvent,
  "room.ended": ofEvent,
  "session.changed": ofEvent,
  "round.opened": ofRound,
  "round.changed": ofRound,
  "round.recalled": ofRound,
  "round.cancelled": ofRound,
  "networking.asked": ofEvent.extend({ networkingId: idOf("networking") }),
  "aside.changed": ofRound,
  "placement.changed": ofEvent.extend({ admissionIds: z.array(idOf("admission")) }),
  "participant.removed": ofPerson,
  "participant.muted": ofPerson,
  "participant.changed": ofPerson,
  "spotlight.changed": ofEvent,
  "presence.changed": ofEvent,
  /** What hosts run the room with: backstage, scene, item, line to all, timer, lobby. */
  "stage.changed": ofEvent,
  "participants.muted": ofEvent,
  "participant.share_stopped": ofPerson,
} as const;
