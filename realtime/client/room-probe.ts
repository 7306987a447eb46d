import { type LocalTrack, Room, RoomEvent } from "livekit-client";
import type { Target } from "../protocol";
import { browserClock } from "./browser-clock";
import type { RoomProbe } from "./findings";
import { localTrack, publishOptions } from "./livekit-tracks";
import { type MediaWay, mediaWayOf } from "./media-way";

/** One try, and not as patient as the room: whoever tests wants to know. */
const CONNECT = { maxRetries: 0, websocketTimeout: 10_000, peerConnectionTimeout: 15_000 } as const;
const READ_EVERY_MS = 250;
const READINGS = 24;

const pause = (ms: number) => new Promise<void>((resolve) => browserClock.after(ms, resolve));

/**
 * Goes into a room of its own as everybody goes into a room, and sends silence that is made here: no device is asked
 * for. Only the room server and the relay it names are spoken to.
 */
export async function probeRoom({ url, token }: Pick<Target, "url" | "token">): Promise<RoomProbe> {
  const room = new Room({ stopLocalTrackOnUnpublish: true });
  const startedAt = performance.now();
  let signalMs: number | null = null;
  room.once(RoomEvent.SignalConnected, () => {
    signalMs = performance.now() - startedAt;
  });
  const silence = makeSilence();
  try {
    await room.connect(url, token, CONNECT);
    const track = localTrack("mic", silence.track);
    await room.localParticipant.publishTrack(track, { ...publishOptions("mic"), dtx: false, red: false });
    return { signalMs, way: await wayOf(track) };
  } catch {
    // Refused, blocked or given up: how far it came is the answer.
    return { signalMs, way: null };
  } finally {
    await room.disconnect();
    silence.end();
  }
}

async function wayOf(track: LocalTrack): Promise<MediaWay | null> {
  for (let reading = 0; reading < READINGS; reading++) {
    const report = await track.getRTCStatsReport();
    const way = mediaWayOf([...(report?.values() ?? [])]);
    if (way) return way;
    await pause(READ_EVERY_MS);
  }
  return null;
}

function makeSilence(): { track: MediaStreamTrack; end: () => void } {
  const context = new AudioContext();
  const [track] = context.createMediaStreamDestination().stream.getAudioTracks();
  if (!track) throw new Error("a destination always has one track");
  const end = () => {
    track.stop();
    void context.close();
  };
  return { track, end };
}
