import { z } from "zod";

const count = z.int();
const moment = z.iso.datetime();
const point = z.object({ at: moment, count });

const lines = z.object({ good: count, poor: count, lost: count });

/** Who spoke how long together; nobody alone. */
export const speakingRoles = ["host", "speaker", "participant"] as const;

/** How an event goes while it is on, as its hosts see it. `GET numbers` of a room. */
export const liveNumbers = z.object({
  at: moment,
  /** Who has a seat. */
  registered: z.object({ online: count, onsite: count }),
  /** Pages that are open in the room now, and how many came so far: into the room, or by the door. */
  here: z.object({ online: count, hosts: count, letIn: count, came: count }),
  /** Null where the event keeps no minutes: then nobody's time in the room is looked at. */
  curve: z.object({ points: z.array(point), peak: point }).nullable(),
  /** Of people with a seat online who never came; those with a name, and how many more there are. */
  missing: z.object({
    count,
    /** How many of them a click would write to now. */
    unreminded: count,
    mayRemind: z.boolean(),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        organisation: z.string(),
        remindedAt: moment.nullable(),
      }),
    ),
  }),
  /** What connections are like of those whose browsers say so, by number; and of which networks, where that is to be known. */
  lines: lines.extend({ networks: z.array(lines.extend({ id: z.string(), name: z.string() })) }),
  speaking: z.array(z.object({ role: z.enum(speakingRoles), seconds: count })),
  taking: z.object({
    messages: count,
    hands: count,
    handsUp: count,
    questions: count,
    questionsOpen: count,
    votes: count,
    polls: count,
    ballots: count,
  }),
  /** The address of the wall in the hall. */
  wall: z.string().nullable(),
});
export type LiveNumbers = z.infer<typeof liveNumbers>;
