import { timesOf } from "../kit/statistics";
import type { Field } from "./races";
import { newVisitor, registerOnce } from "./visit";

const WARM = 5;

/**
 * What a registration costs at an event that many are in already against one with few: turn by turn, one after the
 * other, so that both see the same machine. Undefined where the bench cannot fill an event.
 */
export async function byLength(
  field: Field,
  { few, many, rounds }: { few: number; many: number; rounds: number },
) {
  const make = field.ground.makeCrowdedEvent;
  if (!make) return undefined;
  const events = { few: await make(few), many: await make(many) };
  const durations = { few: [] as number[], many: [] as number[] };
  for (let round = -WARM; round < rounds; round++) {
    for (const length of ["few", "many"] as const) {
      const ms = await registerOnce(newVisitor(field.base, field.run), events[length]);
      if (round >= 0) durations[length].push(ms);
    }
  }
  const times = { few: timesOf(durations.few), many: timesOf(durations.many) };
  return { few, many, times, ratio: Math.round((times.many.p50Ms / times.few.p50Ms) * 100) / 100 };
}
