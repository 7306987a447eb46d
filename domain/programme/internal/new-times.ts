import type { z } from "zod";
import type { EventScope } from "../queries";
import { instantOf, localOf, startProblem } from "../rules";
import type { updateEventInput } from "../schema";

type Input = z.output<typeof updateEventInput>;
export type Times = {
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
};
/** Why a field cannot be taken, as the kernel reports fields. */
export type FieldProblem = { fields: Record<string, string[]> };

const problem = (field: string, key: string): FieldProblem => ({ fields: { [field]: [key] } });

/** The event's times after a change. Moving the start keeps the length; changing the zone keeps the clock time. */
export function newTimes(input: Input, event: EventScope, now: Date): Times | FieldProblem {
  const timeZone = input.timeZone ?? event.timeZone;
  const startsAt = instantOf(input.startsLocal ?? localOf(event.startsAt, event.timeZone), timeZone);
  if (!startsAt) return problem("startsLocal", "time_does_not_exist");
  const isNew = startsAt.getTime() !== event.startsAt.getTime();
  const wrong = isNew ? startProblem(startsAt, now) : undefined;
  if (wrong) return problem("startsLocal", wrong);
  const length = event.endsAt.getTime() - event.startsAt.getTime();
  const minutes = input.durationMinutes ?? length / 60_000;
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const times = { timeZone, startsAt, endsAt };
  const opens = windowEnd(input.registrationOpensLocal, event.registrationOpensAt, timeZone);
  if (opens === "no_such_time") return problem("registrationOpensLocal", "time_does_not_exist");
  const closes = windowEnd(input.registrationClosesLocal, event.registrationClosesAt, timeZone);
  if (closes === "no_such_time") return problem("registrationClosesLocal", "time_does_not_exist");
  if (closes && closes > endsAt) return problem("registrationClosesLocal", "after_the_end");
  if (opens && opens >= (closes ?? endsAt)) return problem("registrationOpensLocal", "after_the_deadline");
  return { ...times, registrationOpensAt: opens, registrationClosesAt: closes };
}

/** One end of the window in which people register: as typed, none when emptied, as it was when it is absent. */
function windowEnd(typed: string | null | undefined, before: Date | null, timeZone: string) {
  if (typed === undefined) return before;
  return typed === null ? null : (instantOf(typed, timeZone) ?? "no_such_time");
}
