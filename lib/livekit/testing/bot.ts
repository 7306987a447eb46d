import "server-only";
import { once as nodeOnce } from "node:events";
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  Room,
  type RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from "@livekit/rtc-node";
import { env } from "@/lib/env";

/** How long a bot waits for LiveKit to do something, before a test fails. */
export const WAIT_MS = 8_000;

/** Resolves with the event's first argument, or rejects after WAIT_MS. */
export async function once(room: Room, event: RoomEvent): Promise<unknown> {
  const [value] = await nodeOnce(room, event, { signal: AbortSignal.timeout(WAIT_MS) });
  return value;
}

const rooms = new Set<Room>();

/** Connects a bot with this token. */
export async function connect(token: string): Promise<Room> {
  const room = new Room();
  rooms.add(room);
  await room.connect(env().LIVEKIT_URL, token, { autoSubscribe: true, dynacast: false });
  return room;
}

/** Publishes a silent microphone. */
export async function speak(room: Room): Promise<void> {
  const source = new AudioSource(48_000, 1);
  const track = LocalAudioTrack.createAudioTrack("mic", source);
  const options = new TrackPublishOptions();
  options.source = TrackSource.SOURCE_MICROPHONE;
  await room.localParticipant?.publishTrack(track, options);
  await source.captureFrame(new AudioFrame(new Int16Array(480), 48_000, 1, 480));
}

/** Disconnects every bot of this file. */
export async function disconnectAll(): Promise<void> {
  await Promise.all([...rooms].map((room) => room.disconnect()));
  rooms.clear();
}
