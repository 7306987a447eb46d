import type { Instance } from "./instance";

export type Recount = { breaks: number; unplaced: number; faults: string[] };

type Meeting = Instance["meetings"][number];

function faultsOf(file: Instance, meeting: Meeting, slot: number): string[] {
  const { id, a, b, session } = meeting;
  const fixed = file.fixed[id];
  const closed = [a, b].filter((person) => file.forbidden[person]?.includes(slot));
  return [
    ...(slot < 1 || slot > file.slots ? [`meeting ${id}: no such slot`] : []),
    ...(session === "am" && slot > file.morningSlots ? [`meeting ${id}: not in the morning`] : []),
    ...(session === "pm" && slot <= file.morningSlots ? [`meeting ${id}: not in the afternoon`] : []),
    ...(fixed !== undefined && fixed !== slot ? [`meeting ${id}: not in its fixed slot`] : []),
    ...closed.map((person) => `person ${person}: closed in slot ${slot}`),
  ];
}

export function breaksIn(slots: readonly number[]): number {
  const sorted = [...slots].sort((one, other) => one - other);
  return sorted.filter((slot, at) => at > 0 && slot !== (sorted[at - 1] ?? 0) + 1).length;
}

function faultsOfOrder(file: Instance, schedule: ReadonlyMap<number, number>): string[] {
  return Object.entries(file.precedences).flatMap(([after, befores]) => {
    const end = schedule.get(Number(after)) ?? Number.POSITIVE_INFINITY;
    return befores
      .filter((before) => (schedule.get(before) ?? 0) >= end)
      .map((before) => `meeting ${before}: not before ${after}`);
  });
}

/**
 * Counts a schedule again from the file alone (meeting id → slot from 1). Shares no code with the planner, so that the
 * two cannot be wrong in the same way.
 */
export function recount(file: Instance, schedule: ReadonlyMap<number, number>): Recount {
  const faults = faultsOfOrder(file, schedule);
  const slotsOf = new Map<number, number[]>();
  const load = new Map<number, number>();
  for (const meeting of file.meetings) {
    const slot = schedule.get(meeting.id);
    if (slot === undefined) continue;
    faults.push(...faultsOf(file, meeting, slot));
    load.set(slot, (load.get(slot) ?? 0) + 1);
    for (const person of [meeting.a, meeting.b]) slotsOf.set(person, [...(slotsOf.get(person) ?? []), slot]);
  }
  for (const [slot, talks] of load) if (talks > file.locations) faults.push(`slot ${slot}: too many tables`);
  for (const [person, slots] of slotsOf)
    if (slots.length !== new Set(slots).size) faults.push(`person ${person}: two meetings at one time`);
  const breaks = [...slotsOf.values()].reduce((sum, slots) => sum + breaksIn(slots), 0);
  return { breaks, unplaced: file.meetings.length - schedule.size, faults };
}
