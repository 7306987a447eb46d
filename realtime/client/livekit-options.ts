import { AudioPresets, DefaultReconnectPolicy, type RoomOptions, VideoPresets } from "livekit-client";

/**
 * The SDK's own reconnects end after about 17 s, so that our rejoin loop (which asks where the person belongs) takes
 * over while a restarted server is still being awaited.
 */
const RECONNECT_MS = [0, 300, 1200, 2700, 3000, 3000, 3000, 3000];

export const CONNECT = { maxRetries: 3, peerConnectionTimeout: 30_000 } as const;

/** `stopLocalTrackOnUnpublish` counts only here: a later change has no effect, and a switch would end the tracks. */
export function roomOptions(): RoomOptions {
  return {
    adaptiveStream: { pixelDensity: "screen", pauseVideoInBackground: true },
    dynacast: true,
    stopLocalTrackOnUnpublish: false,
    reconnectPolicy: new DefaultReconnectPolicy(RECONNECT_MS),
    dataStream: { maxPayloadByteLength: 100_000 },
    publishDefaults: {
      videoCodec: "vp8",
      simulcast: true,
      red: true,
      dtx: true,
      videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
      audioPreset: AudioPresets.speech,
    },
  };
}
