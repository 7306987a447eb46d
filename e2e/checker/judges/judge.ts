import type { Evidence } from "../evidence";
import { judgeMails } from "./mails";
import { judgeDurability, judgeHonesty } from "./people";
import { judgeCapacity, judgeFairness, judgeIdlePlaces } from "./seats";
import { judgeCalendars } from "./talks/calendars";
import { judgeTalkDurability } from "./talks/durability";
import { judgeTalkHonesty } from "./talks/honesty";
import { judgeTalkMails } from "./talks/mails";
import { judgeOverlap } from "./talks/overlap";
import { judgeTalkRooms } from "./talks/rooms";
import { judgeTentative } from "./talks/tentative";
import { judgeTalkWeight } from "./talks/weight";
import { judgeWeight } from "./weight";

export type Verdict = { promise: string; violations: string[] };

const judges: Record<string, (evidence: Evidence) => string[]> = {
  "I1 capacity": judgeCapacity,
  "I2 durability": judgeDurability,
  "I3 honesty": judgeHonesty,
  "I5 fairness": judgeFairness,
  "I6 no idle place": judgeIdlePlaces,
  "I7 mail": judgeMails,
  "the run put them to the test": judgeWeight,
  "I4 no overlap": judgeOverlap,
  "I2 durability of talks": judgeTalkDurability,
  "I3 honesty of talks": judgeTalkHonesty,
  "I3 proposals block nobody": judgeTentative,
  "I7 mail of talks": judgeTalkMails,
  "I7 calendars": judgeCalendars,
  "I8 rooms of talks": judgeTalkRooms,
  "the talks put them to the test": judgeTalkWeight,
};

/** Every promise about registrations and talks with what breaks it; an empty list keeps it. */
export const judge = (evidence: Evidence): Verdict[] =>
  Object.entries(judges).map(([promise, violations]) => ({ promise, violations: violations(evidence) }));
