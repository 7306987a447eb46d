import fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "./settle";

test("after settling nobody present lacks a room or sits alone, as long as two are there", () => {
  const input = fc.record({
    rooms: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }),
    absent: fc.func(fc.boolean()),
    late: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(input, ({ rooms, absent, late }) => {
      const seating = rooms.map((count, room) => ({
        roomId: `room${room}`,
        admissionIds: Array.from({ length: count }, (_, index) => `p${room}-${index}`),
      }));
      const present = [
        ...seating.flatMap(({ admissionIds }) => admissionIds).filter((id) => !absent(id)),
        ...Array.from({ length: late }, (_, index) => `late${index}`),
      ];
      const roomOf = new Map(
        seating.flatMap(({ roomId, admissionIds }) => admissionIds.map((id) => [id, roomId] as const)),
      );
      for (const { admissionId, roomId } of settle({ seating, present })) roomOf.set(admissionId, roomId);
      const counts = new Map<string, number>();
      for (const id of present) {
        const room = roomOf.get(id);
        expect(room).toBeDefined();
        counts.set(room ?? "", (counts.get(room ?? "") ?? 0) + 1);
      }
      if (present.length >= 2) expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(2);
    }),
  );
});

test("a draft that fits is left as it is", () => {
  const seating = [
    { roomId: "a", admissionIds: ["1", "2"] },
    { roomId: "b", admissionIds: ["3", "4"] },
  ];
  expect(settle({ seating, present: ["1", "2", "3", "4"] })).toEqual([]);
});
