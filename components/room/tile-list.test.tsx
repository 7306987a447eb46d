import { expect, it } from "vitest";
import type { Presence } from "@/realtime/client/ports";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { roomMarkup } from "./testing/room-markup";
import { TileList } from "./tile-list";

const person = (id: string): Presence => ({
  ...{ id, name: id, own: false, joinedAt: 0, micMuted: true, hasMic: true },
  ...{ camera: null, screen: null, voices: [], quality: "good" },
});

it("is one stop of the Tab key, however many tiles there are", () => {
  const tiles = ["ada", "ben", "cleo"].map((id) => ({
    ...{ id, person: person(id), screen: null, speaking: false, handPlace: null, name: id },
  }));
  const html = roomMarkup(
    fakeSession().session,
    <TileList tiles={tiles} label="Personen" className="rm-grid__tiles" />,
  );
  const stops = [...html.matchAll(/<button[^>]*data-tile-menu="(\w+)"[^>]*>/g)].map(([button, id]) => [
    id,
    button.match(/tabindex="(-?\d)"/)?.[1],
  ]);
  expect(stops).toEqual([
    ["ada", "0"],
    ["ben", "-1"],
    ["cleo", "-1"],
  ]);
});
