import {
  AudioPresets,
  LocalAudioTrack,
  type LocalTrack,
  LocalVideoTrack,
  ScreenSharePresets,
  Track,
  type TrackPublishOptions,
} from "livekit-client";
import type { MediaKind, Playable } from "./ports";

/** One LiveKit track per device track, whatever room it is in: a second one would lose the mute state. */
const wrapped = new WeakMap<MediaStreamTrack, LocalTrack>();
const playables = new WeakMap<Track, Playable>();

export const SOURCE: Record<MediaKind, Track.Source> = {
  mic: Track.Source.Microphone,
  cam: Track.Source.Camera,
  screen: Track.Source.ScreenShare,
  screen_sound: Track.Source.ScreenShareAudio,
};

/** Marked as provided by the user, so that the SDK never asks for devices itself. */
export function localTrack(kind: MediaKind, track: MediaStreamTrack): LocalTrack {
  const known = wrapped.get(track);
  if (known) return known;
  const made =
    kind === "mic" || kind === "screen_sound"
      ? new LocalAudioTrack(track, undefined, true)
      : new LocalVideoTrack(track, undefined, true);
  wrapped.set(track, made);
  return made;
}

export async function replaceIn(local: LocalTrack, track: MediaStreamTrack): Promise<void> {
  await local.replaceTrack(track, true);
  wrapped.set(track, local);
}

export function publishOptions(kind: MediaKind): TrackPublishOptions {
  const source = SOURCE[kind];
  // Music and films: in stereo, and with their silences.
  if (kind === "screen_sound")
    return { source, audioPreset: AudioPresets.musicStereo, dtx: false, red: false };
  if (kind !== "screen") return { source };
  return { source, simulcast: false, videoEncoding: ScreenSharePresets.h1080fps15.encoding };
}

/** The same object for the same track, so that views do not attach again on every change. */
export function playable(track: Track | undefined): Playable | null {
  if (!track) return null;
  const known = playables.get(track);
  if (known) return known;
  const made: Playable = {
    sid: track.sid ?? track.mediaStreamID,
    attach: (element) => void track.attach(element),
    detach: (element) => void track.detach(element),
  };
  playables.set(track, made);
  return made;
}
