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
const BLOCK = RATE / 10;
const [WIDTH, HEIGHT, FRAMES_PER_SECOND] = [320, 180, 10];
const CONNECT_MS = 20_000;

export type Bot = {
  room: Room;
  /** Milliseconds that connecting took. */
  connectMs: number;
  /** Resolves with the number of tracks of others as soon as there are so many; gives up after `waitMs`. */
  receives: (tracks: number, waitMs: number) => Promise<boolean>;
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

/** Connects a bot that receives everything, as a browser with every tile in view does. */
export async function connectBot({ url, token }: Pass): Promise<Bot> {
  const room = new Room();
  let received = 0;
  room.on(RoomEvent.TrackSubscribed, () => {
    received += 1;
  });
  const started = performance.now();
  await within(room.connect(url, token, { autoSubscribe: true, dynacast: true }), CONNECT_MS);
  const connectMs = performance.now() - started;
  const receives = async (tracks: number, waitMs: number) => {
    const until = performance.now() + waitMs;
    while (received < tracks && performance.now() < until) await pause(20);
    return received >= tracks;
  };
  return { room, connectMs, receives, leave: () => room.disconnect() };
}

function toneBlock(): AudioFrame {
  const samples = Int16Array.from(
    { length: BLOCK },
    (_, n) => 9000 * Math.sin((2 * Math.PI * 440 * n) / RATE),
  );
  return new AudioFrame(samples, RATE, 1, BLOCK);
}

/** Publishes a microphone. One that does not speak is open and gives nothing, as with silence suppression. */
export async function publishMicrophone({ room }: Bot, speaks: boolean): Promise<void> {
  const source = new AudioSource(RATE, 1);
  const options = new TrackPublishOptions();
  options.source = TrackSource.SOURCE_MICROPHONE;
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack("mic", source), options);
  const block = toneBlock();
  const speak = async () => {
    while (room.isConnected) await source.captureFrame(block);
  };
  if (speaks) void speak().catch(() => undefined);
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
