import { expect, it } from "vitest";
import { compile } from "./compiled";
import { programmeOf, programmeOfMask } from "./programme";
import { Random } from "./random";

const nothing = () => ({ gaps: 0, waits: 0, withoutRest: 0, notPreferred: 0 });

it("reads the same from a mask of slots as from the slots one by one", () => {
  const random = new Random(7);
  const sum = nothing();
  for (let round = 0; round < 400; round++) {
    const slots = 6 + random.below(26);
    const some = (share: number) =>
      Array.from({ length: slots }, (_, at) => at).filter(() => random.next() < share);
    const days = new Set(some(0.1));
    const compiled = compile({
      slots: Array.from({ length: slots }, (_, at) => ({
        half: "am",
        ...(days.has(at) ? { startsDay: true } : {}),
      })),
      people: [
        {
          min: 0,
          max: slots,
          closed: [],
          preferred: some(0.5),
          mostInARow: random.below(4),
          rest: 1 + random.below(2),
        },
      ],
      ...{ wishes: [], precedences: [] },
    });
    const meetingAt = new Int32Array(slots).fill(-1);
    let mask = 0;
    for (const slot of some(0.6)) {
      meetingAt[slot] = 0;
      mask |= 1 << slot;
    }
    const one = programmeOf(compiled, meetingAt, { person: 0, into: nothing() });
    expect(programmeOfMask(compiled, mask, { person: 0, into: nothing() }), `round ${round}`).toEqual(one);
    for (const key of ["gaps", "waits", "withoutRest", "notPreferred"] as const) sum[key] += one[key];
  }
  for (const count of Object.values(sum)) expect(count).toBeGreaterThan(100);
});
