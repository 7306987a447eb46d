import { createLocalTracks, type LocalTrack, type RemoteTrack, Room, RoomEvent } from "livekit-client";

/** Runs in a browser, bundled by `bare-rooms.ts`: what livekit-client alone needs for the same work. */
type Pass = { url: string; token: string };

let tracks: LocalTrack[] = [];
let current: Room | undefined;
let next: Room | undefined;

function show(track: RemoteTrack): void {
  const element = track.attach();
  element.style.width = "320px";
  document.body.append(element);
}

function makeRoom(): Room {
  const room = new Room({ adaptiveStream: true, dynacast: true, stopLocalTrackOnUnpublish: false });
  room.on(RoomEvent.TrackSubscribed, show);
  room.on(RoomEvent.TrackUnsubscribed, (track) => {
    for (const element of track.detach()) element.remove();
  });
  return room;
}

async function publishAll(room: Room): Promise<void> {
  for (const track of tracks) await room.localParticipant.publishTrack(track);
}

async function enter({ url, token }: Pass): Promise<void> {
  current = makeRoom();
  await current.connect(url, token);
  await publishAll(current);
  document.title = "in";
}

/** Everything before the click: devices are open, the token is there. */
async function prepare(pass: Pass): Promise<void> {
  tracks = await createLocalTracks({ audio: true, video: true });
  const button = document.createElement("button");
  button.textContent = "enter";
  button.onclick = () => void enter(pass);
  document.body.append(button);
}

/** The coming room is connected, but nothing of it is received. */
async function prepareNext({ url, token }: Pass): Promise<void> {
  next = makeRoom();
  await next.connect(url, token, { autoSubscribe: false });
}

async function moveNow(): Promise<void> {
  const [old, coming] = [current, next];
  if (!old || !coming) throw new Error("nothing to move between");
  const subscribeAll = () => {
    for (const person of coming.remoteParticipants.values()) {
      for (const publication of person.trackPublications.values()) publication.setSubscribed(true);
    }
  };
  coming.on(RoomEvent.TrackPublished, (publication) => publication.setSubscribed(true));
  subscribeAll();
  for (const track of tracks) await old.localParticipant.unpublishTrack(track, false);
  await publishAll(coming);
  [current, next] = [coming, undefined];
  await old.disconnect(false);
}

/** Moves at this moment (milliseconds since 1970); resolves when it is done. */
async function moveAt(at: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
  await moveNow();
}

const bareClient = { prepare, prepareNext, moveAt };
export type BareClient = typeof bareClient;

declare global {
  interface Window {
    bareClient: BareClient;
  }
}
window.bareClient = bareClient;
