import { afterEach, expect, it, vi } from "vitest";
import type { Playable, Presence } from "@/realtime/client/ports";
import { seen } from "@/realtime/client/room-view";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import type { RoomPerson } from "@/realtime/room-api";
import { PicksProvider } from "./picks-context";
import { roomMarkup } from "./testing/room-markup";
import { useSpotlight } from "./use-calls";
import { useScene } from "./use-scene";
import { ViewChoiceProvider } from "./view-choice-context";

const playable = (sid: string): Playable => ({ sid, attach: () => undefined, detach: () => undefined });
const person = (id: string, change: Partial<Presence> = {}): Presence => ({
  ...{ id, name: id, own: false, joinedAt: 0, micMuted: true, hasMic: true },
  ...{ camera: null, screen: null, voices: [], quality: "good" },
  ...change,
});
const listed = (admissionId: string): RoomPerson => ({
  ...{ admissionId, name: admissionId, organisation: "", role: "participant" },
  ...{ roomId: "main", present: true, silenced: false, isSpotlit: true },
});

function Probe() {
  const { view, main, beside } = useScene();
  const spotlight = useSpotlight();
  const seen = [view, main?.id ?? "nobody", ...beside.map(({ id }) => id)].join(" ");
  return <p>{spotlight ? `${seen}, ${spotlight} for all` : seen}</p>;
}

/** What is large for whoever is in this room, and what stands beside it. */
function sceneIn(people: Presence[], spotlit: string[] = []): string {
  const { session } = fakeSession();
  const { room } = session.store.get();
  session.store.set(seen(session.store.get(), { ...room, people }));
  session.documents.keep("people", { people: spotlit.map(listed) });
  return roomMarkup(
    session,
    <ViewChoiceProvider>
      <PicksProvider>
        <Probe />
      </PicksProvider>
    </ViewChoiceProvider>,
  );
}

const me = person("me", { own: true });
afterEach(() => vi.unstubAllGlobals());

it("shows everybody equally while nothing asks for the large place, oneself last", () => {
  expect(sceneIn([me, person("ada"), person("ben")])).toBe("<p>grid ada ben me</p>");
});

it("shows the screen of somebody else large, and one's own as a tile among others", () => {
  const ada = person("ada", { screen: playable("TR_1") });
  expect(sceneIn([me, ada])).toBe("<p>large screen:ada ada me</p>");
  const sharing = person("me", { own: true, screen: playable("TR_2") });
  expect(sceneIn([sharing, person("ada")])).toBe("<p>grid ada screen:me me</p>");
});

it("shows whom the hosts show large while that person is here, and first beside a screen", () => {
  expect(sceneIn([me, person("ada"), person("ben")], ["ben"])).toBe("<p>large ben ada me, ben for all</p>");
  expect(sceneIn([me, person("ada")], ["zoe"])).toBe("<p>grid ada me</p>");
  const ada = person("ada", { screen: playable("TR_1") });
  expect(sceneIn([me, ada, person("ben")], ["ben"])).toBe("<p>large screen:ada ben ada me, ben for all</p>");
});

it("knows whom the hosts show in this room while they show somebody else in another", () => {
  expect(sceneIn([me, person("ada"), person("ben")], ["zoe", "ben"])).toBe(
    "<p>large ben ada me, ben for all</p>",
  );
});

it("leaves the own picture out for whoever hides it, unless they would see nobody", () => {
  const localStorage = { getItem: () => JSON.stringify({ hidesOwn: true }) };
  vi.stubGlobal("window", { localStorage });
  expect(sceneIn([me, person("ada"), person("ben")])).toBe("<p>grid ada ben</p>");
  expect(sceneIn([me])).toBe("<p>grid me</p>");
});
