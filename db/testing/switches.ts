import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import type { inTurn, inTurns } from "@/domain/kernel/turns";
import type { eventScope, lockEvent } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import type { Reader, Transaction } from "../client";
import { seatPlans } from "../schema/registration";
import { assignments } from "../schema/rooms";

/**
 * Modules with one guard that can be switched off, for a race and its twin: the file with the race mocks its guard by one of
 * these and switches it off for the twin alone.
 */
type Guard = { on: boolean };

/** In a group of tests: they run without the guard, and those after them with it. */
export function withoutGuard(guard: Guard): void {
  beforeAll(() => {
    guard.on = false;
  });
  afterAll(() => {
    guard.on = true;
  });
}

/** Widens the window that is always there between what is read and what is written. */
const pause = (reader: Reader, seconds = 0) => reader.execute(sql`select pg_sleep(${seconds})`);

type Turns = { inTurn: typeof inTurn; inTurns: typeof inTurns };
type Turn = Parameters<typeof inTurn>[1];
/** What is not waited for while the guard is off, else everything; and how long all stand there before the first one looks. */
type Off = { only?: Turn; seconds?: number };

/** Turns: while the guard is off, nobody waits for anybody. */
export function turnsWithSwitch<Module extends Turns>(
  real: Module,
  guard: Guard,
  { only, seconds }: Off = {},
): Module {
  const isHeld = (what: Turn) => guard.on || (only !== undefined && what !== only);
  const turns: Turns = {
    inTurn: async (tx, what, key) => {
      if (isHeld(what)) await real.inTurn(tx, what, key);
      else if (seconds) await pause(tx, seconds);
    },
    inTurns: async (tx, what, keys) => {
      if (isHeld(what)) await real.inTurns(tx, what, keys);
      else if (seconds) await pause(tx, seconds);
    },
  };
  return { ...real, ...turns };
}

type Events = { lockEvent: typeof lockEvent; eventScope: typeof eventScope };

/** The lock on an event: while the guard is off, its row is read without. */
export function eventLockWithSwitch<Module extends Events>(
  real: Module,
  guard: Guard,
  seconds?: number,
): Module {
  const lockEvent: Events["lockEvent"] = async (reader, eventId) => {
    if (guard.on) return real.lockEvent(reader, eventId);
    const event = await real.eventScope(reader, eventId);
    if (seconds) await pause(reader, seconds);
    return event;
  };
  return { ...real, lockEvent };
}

type Seat = { roundId: Id<"round">; admissionId: Id<"admission">; roomId: Id<"room"> };
type Seating = { seatInRoom: (context: { tx: Transaction }, seat: Seat) => Promise<void> };

/** The seat in a round: while the guard is off, it is looked for and then written, in place of both at once. */
export function seatingWithSwitch<Module extends Seating>(real: Module, guard: Guard): Module {
  const seatInRoom: Seating["seatInRoom"] = async (context, seat) => {
    if (guard.on) return real.seatInRoom(context, seat);
    const { tx } = context;
    const mine = and(eq(assignments.roundId, seat.roundId), eq(assignments.admissionId, seat.admissionId));
    const held = await tx.select().from(assignments).where(mine);
    await pause(tx, 0.02);
    if (held.length > 0) await tx.update(assignments).set({ roomId: seat.roomId }).where(mine);
    else await tx.insert(assignments).values(seat);
  };
  return { ...real, seatInRoom };
}

type Plan = typeof seatPlans.$inferSelect;
type Locking = { lockSeats: (tx: Transaction, eventId: Id<"event">) => Promise<Plan | undefined> };

/** The lock on an event's seats: while the guard is off, the plan of seats is read without. */
export function seatLockWithSwitch<Module extends Locking>(real: Module, guard: Guard): Module {
  const lockSeats: Locking["lockSeats"] = async (tx, eventId) => {
    if (guard.on) return real.lockSeats(tx, eventId);
    const [plan] = await tx.select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    await pause(tx, 0.02);
    return plan;
  };
  return { ...real, lockSeats };
}
