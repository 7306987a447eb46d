import type { z } from "zod";
import type { EventScope } from "../queries";
import { instantOf, localOf, startProblem } from "../rules";
import type { updateEventInput } from "../schema";

type Input = z.output<typeof updateEventInput>;
export type Times = { timeZone: string; startsAt: Date; endsAt: Date; registrationClosesAt: Date | null };
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

  const closes = input.registrationClosesLocal;
  if (closes === undefined) return { ...times, registrationClosesAt: event.registrationClosesAt };
  if (closes === null) return { ...times, registrationClosesAt: null };
  const registrationClosesAt = instantOf(closes, timeZone);
  if (!registrationClosesAt) return problem("registrationClosesLocal", "time_does_not_exist");
  if (registrationClosesAt > endsAt) return problem("registrationClosesLocal", "after_the_end");
  return { ...times, registrationClosesAt };
}
