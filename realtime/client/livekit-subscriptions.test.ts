import { RemoteParticipant, RemoteTrackPublication, Room, RoomEvent, Track } from "livekit-client";
import { afterEach, expect, it } from "vitest";
import { PAGE_SIZE, pageOf } from "../tiles";
import { Subscriptions } from "./livekit-subscriptions";
import type { Presence } from "./ports";
import { firstView, NO_ROOM, seen } from "./room-view";

const PEOPLE = 100;
const CAMERAS = 16;
const OWN = "p099";
const ids = Array.from({ length: PEOPLE }, (_, index) => `p${String(index).padStart(3, "0")}`);
/** Every sixth has a camera, so that they are on different pages. */
const withCamera = ids.filter((_, index) => index % 6 === 0).slice(0, CAMERAS);

const rooms: Room[] = [];
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.disconnect();
});

type Info = ConstructorParameters<typeof RemoteTrackPublication>[1];
/** As the server describes a track; a class of generated code, of which only these values are read. */
const described = (values: Partial<Info>): Info => Object.assign(Object.create(null), { layers: [] }, values);

function offers(person: RemoteParticipant, kind: Track.Kind, source: Track.Source): void {
  const info = described({
    sid: `TR_${person.identity}_${kind}`,
    source: Track.sourceToProto(source),
    muted: false,
  });
  const publication = new RemoteTrackPublication(kind, info, false);
  person.trackPublications.set(publication.trackSid, publication);
}

/** LiveKit's own client in a room of a hundred, of whom all have a microphone and sixteen a camera. */
function aFullRoom() {
  const room = new Room();
  rooms.push(room);
  for (const identity of ids.filter((id) => id !== OWN)) {
    const person = new RemoteParticipant(room.engine.client, `PA_${identity}`, identity);
    room.remoteParticipants.set(identity, person);
    offers(person, Track.Kind.Audio, Track.Source.Microphone);
    if (withCamera.includes(identity)) offers(person, Track.Kind.Video, Track.Source.Camera);
  }
  const subscriptions = new Subscriptions(room);
  const wanted = (source: Track.Source) =>
    [...room.remoteParticipants.values()]
      .filter((person) => person.getTrackPublication(source)?.isDesired)
      .map(({ identity }) => identity);
  return { room, subscriptions, wanted };
}

const presence = (id: string): Presence => ({
  ...{ id, name: id, own: id === OWN, joinedAt: ids.indexOf(id), micMuted: true, hasMic: true },
  ...{ screen: null, voices: [], quality: "good" },
  camera: withCamera.includes(id)
    ? { sid: `TR_${id}`, attach: () => undefined, detach: () => undefined }
    : null,
});
const { order = [] } = seen(firstView, { ...NO_ROOM, people: ids.map(presence) });
const pages = Array.from(
  { length: Math.ceil(PEOPLE / PAGE_SIZE) },
  (_, page) => pageOf(order, page, PAGE_SIZE).ids,
);

it("shows sixteen of a hundred people on a page, and everybody on exactly one", () => {
  expect(pages.map(({ length }) => length)).toEqual([16, 16, 16, 16, 16, 16, 4]);
  expect(pages.flat().toSorted()).toEqual(ids);
});

it("receives of sixteen cameras those of the page one looks at, and none behind it", () => {
  const { subscriptions, wanted } = aFullRoom();
  subscriptions.receive();
  expect(wanted(Track.Source.Camera), "before it is known what one looks at").toEqual([]);
  for (const page of pages) {
    subscriptions.showOnly(page);
    const shown = page.filter((id) => withCamera.includes(id) && id !== OWN);
    expect(wanted(Track.Source.Camera).toSorted()).toEqual(shown.toSorted());
  }
});

it("receives all sixteen cameras where they are on one page", () => {
  const { subscriptions, wanted } = aFullRoom();
  subscriptions.receive();
  subscriptions.showOnly(withCamera);
  expect(wanted(Track.Source.Camera)).toEqual(withCamera);
});

it("hears whom one sees and who spoke last, and whoever begins to speak at once", () => {
  const { room, subscriptions, wanted } = aFullRoom();
  subscriptions.receive();
  const [first = []] = pages;
  subscriptions.showOnly(first);
  expect(wanted(Track.Source.Microphone).toSorted()).toEqual(first.filter((id) => id !== OWN).toSorted());
  const far = pages[5]?.find((id) => id !== OWN) ?? "";
  const speaker = room.remoteParticipants.get(far);
  if (!speaker) throw new Error("nobody is on the sixth page");
  room.emit(RoomEvent.ActiveSpeakersChanged, [speaker]);
  subscriptions.apply();
  expect(wanted(Track.Source.Microphone)).toContain(far);
  expect(wanted(Track.Source.Microphone).length).toBeLessThanOrEqual(PAGE_SIZE + 1);
});
