import { setTimeout as pause } from "node:timers/promises";
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from "@livekit/rtc-node";
import type { Pass } from "../kit/bare-rooms";

const RATE = 48_000;
/** The ten milliseconds that WebRTC takes at once. */
const BLOCK = RATE / 100;
const BLOCKS_AT_ONCE = 10;
/** One second of speech in four: encoding is what a bot costs most, and nobody speaks without a pause. */
const [WORDS_MS, PAUSE_MS] = [1_000, 3_000];
const [WIDTH, HEIGHT, FRAMES_PER_SECOND] = [320, 180, 10];
const CONNECT_MS = 20_000;

export type Bot = {
  room: Room;
  /** Milliseconds that connecting took. */
  connectMs: number;
  /** True as soon as it has, or knows of, so many tracks of others; false when it does not within `waitMs`. */
  has: (tracks: number, waitMs: number) => Promise<boolean>;
  leave: () => Promise<void>;
};

async function within<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  const stop = new AbortController();
  const late = pause(milliseconds, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`not connected within ${milliseconds} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}

/** Waits until `count` is large enough, looking whenever one of these happens in the room. */
function watchFor(room: Room, count: () => number): Bot["has"] {
  return (tracks, waitMs) =>
    new Promise<boolean>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        for (const news of CHANGES) room.off(news, look);
        resolve(count() >= tracks);
      };
      const look = () => {
        if (count() >= tracks) end();
      };
      const timer = setTimeout(end, waitMs);
      for (const news of CHANGES) room.on(news, look);
      look();
    });
}
const CHANGES = [
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackPublished,
  RoomEvent.ParticipantConnected,
] as const;

const publicationsIn = (room: Room) =>
  [...room.remoteParticipants.values()].flatMap(({ trackPublications }) => [...trackPublications.values()]);

/**
 * Connects a bot. With `receive` it takes everything, as a browser with every tile in view does, and decodes it; without
 * it only hears what there is, which costs the room server the same connection and no packets.
 */
export async function connectBot({ url, token, receive }: Pass & { receive: boolean }): Promise<Bot> {
  const room = new Room();
  const started = performance.now();
  await within(room.connect(url, token, { autoSubscribe: receive, dynacast: true }), CONNECT_MS);
  const connectMs = performance.now() - started;
  const has = watchFor(room, () => publicationsIn(room).filter((one) => !receive || one.track).length);
  return { room, connectMs, has, leave: () => room.disconnect() };
}

function toneBlock(): AudioFrame {
  const samples = Int16Array.from(
    { length: BLOCK },
    (_, n) => 9000 * Math.sin((2 * Math.PI * 440 * n) / RATE),
  );
  return new AudioFrame(samples, RATE, 1, BLOCK);
}

async function speak(room: Room, source: AudioSource): Promise<void> {
  const block = toneBlock();
  while (room.isConnected) {
    const until = performance.now() + WORDS_MS;
    while (performance.now() < until) {
      for (let n = 0; n < BLOCKS_AT_ONCE; n++) await source.captureFrame(block);
      await pause(10 * BLOCKS_AT_ONCE);
    }
    await pause(PAUSE_MS);
  }
}

/**
 * Publishes a microphone that sends nothing but what it is given: with a queue, rtc-node would fill every pause with
 * encoded silence, which costs each bot 35 ms of CPU a second.
 */
export async function publishMicrophone({ room }: Bot, speaks: boolean): Promise<void> {
  const source = new AudioSource(RATE, 1, 0);
  const options = new TrackPublishOptions();
  options.source = TrackSource.SOURCE_MICROPHONE;
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack("mic", source), options);
  if (speaks) void speak(room, source).catch(() => undefined);
}

/** Publishes a camera of 180 lines in which something moves. */
export async function publishCamera({ room }: Bot): Promise<void> {
  const source = new VideoSource(WIDTH, HEIGHT);
  const options = new TrackPublishOptions();
  options.source = TrackSource.SOURCE_CAMERA;
  options.simulcast = false;
  await room.localParticipant?.publishTrack(LocalVideoTrack.createVideoTrack("cam", source), options);
  const film = async () => {
    for (let frame = 0; room.isConnected; frame++) {
      const data = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(128);
      for (let n = 0; n < WIDTH * HEIGHT; n++) data[n] = (n + frame * 7) % 256;
      source.captureFrame(new VideoFrame(data, WIDTH, HEIGHT, VideoBufferType.I420));
      await pause(1000 / FRAMES_PER_SECOND);
    }
  };
  void film().catch(() => undefined);
}
