import { expect, it } from "vitest";
import { roomLabel } from "./room-label";

it("calls the room of a talk by its people, and never by more than a label has room for", () => {
  expect(roomLabel([{ name: "Ada Beispiel" }, { name: "Ben Muster" }])).toBe("Ada Beispiel · Ben Muster");
  expect(roomLabel([{ name: "Ada Beispiel" }, undefined])).toBe("Ada Beispiel");
  expect(roomLabel([undefined, undefined])).toBe("–");
  expect(roomLabel(Array.from({ length: 4 }, () => ({ name: "x".repeat(40) }))).length).toBeLessThanOrEqual(
    80,
  );
});
