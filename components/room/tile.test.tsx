import { expect, it } from "vitest";
import type { Playable, Presence } from "@/realtime/client/ports";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { roomMarkup } from "./testing/room-markup";
import { Tile } from "./tile";
import type { TileFacts } from "./tile-facts";

const playable = (sid: string): Playable => ({ sid, attach: () => undefined, detach: () => undefined });
const ada: Presence = {
  ...{ id: "adm_ada", name: "Ada", own: false, joinedAt: 0, micMuted: true, hasMic: true },
  ...{ camera: null, screen: null, voices: [], quality: "good" },
};
const facts = (change: Partial<TileFacts> = {}, person: Partial<Presence> = {}): TileFacts => ({
  ...{ id: ada.id, screen: null, speaking: false, handPlace: null, name: "Ada" },
  person: { ...ada, ...person },
  ...change,
});
const drawn = (what: TileFacts) => roomMarkup(fakeSession().session, <Tile facts={what} reached />);

it("says in words what a tile shows of its person", () => {
  const html = drawn(facts({ handPlace: 2 }, { quality: "lost" }));
  expect(html).toContain("Ada, Mikrofon aus, Hand gehoben, Platz 2, Verbindung verloren");
  expect(html).toContain('aria-label="Ansicht von Ada"');
});

it("says of a screen whose it is, and nothing of that person's hand or microphone", () => {
  const html = drawn(facts({ id: "screen:adm_ada", screen: playable("TR_1"), handPlace: 2 }));
  expect(html).toContain(">Bildschirm von Ada</span>");
  expect(html).toContain('data-testid="screen-tile"');
  expect(html).not.toMatch(/Mikrofon aus|Hand gehoben/);
});

it("shows the own screen as a word with a way to end it, never within itself", () => {
  const html = drawn(facts({ id: "screen:adm_ada", screen: playable("TR_1") }, { own: true }));
  expect(html).toContain(">Ihr Bildschirm</span>");
  expect(html).toContain("Sie teilen Ihren Bildschirm.");
  expect(html).toContain("Teilen beenden");
  expect(html).not.toContain("<video");
});
