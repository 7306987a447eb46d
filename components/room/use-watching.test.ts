import { expect, it } from "vitest";
import type { RoomRole } from "@/domain/rooms/schema";
import type { RaisedHand, RoomPerson } from "@/realtime/room-api";
import { watchingOf } from "./use-watching";

const person = (admissionId: string, role: RoomRole): RoomPerson => ({
  admissionId,
  role,
  name: admissionId,
  organisation: "",
  roomId: null,
  present: true,
  silenced: false,
});
const hand = (admissionId: string, state: RaisedHand["state"]): RaisedHand => ({
  id: `hnd_${admissionId}`,
  admissionId,
  name: admissionId,
  state,
  raisedAt: new Date(0).toISOString(),
});
const stage = [person("ada", "host"), person("ben", "cohost"), person("cem", "speaker")];
const two = [person("dora", "participant"), person("emil", "unproven")];
const others = { messages: [], rounds: [], talks: [], known: new Set(["people"] as const) };

it.each([
  ["nobody but a host", [person("ada", "host")], 1, [], 0],
  ["a host, who sees everybody", [...stage, ...two], 5, [], 2],
  ["a viewer, who is shown the stage and a number", stage, 5, [], 2],
  ["somebody in the audience has the floor", [...stage, ...two], 5, [hand("dora", "speaking")], 1],
  ["somebody only asks for it", [...stage, ...two], 5, [hand("dora", "raised"), hand("emil", "invited")], 2],
  ["a speaker raised a hand before", [...stage, ...two], 5, [hand("cem", "speaking")], 2],
  ["who had the floor is gone", stage, 5, [hand("dora", "speaking")], 2],
] satisfies [string, RoomPerson[], number, RaisedHand[], number][])(
  "counts the audience without those on stage: %s",
  (_who, people, audience, hands, watching) => {
    expect(watchingOf({ ...others, people, audience, hands })).toBe(watching);
  },
);

it("counts nobody before the list was read", () => {
  expect(watchingOf({ ...others, people: [], audience: 0, hands: [], known: new Set() })).toBeNull();
});
