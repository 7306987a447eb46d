/** Times are milliseconds since 1970 with fractions, so that pages of one machine can be compared. */
type Probe = {
  clickedAt: number;
  /** When each frame of somebody else's video was decoded. */
  frames: number[];
  /** Each look, every 20 ms, that found sound of somebody else. */
  sounds: number[];
  listeners: ((track: MediaStreamTrack) => void)[];
};

type FrameReader = { readable: ReadableStream<VideoFrame> };

declare global {
  interface Window {
    readonly benchProbe: Probe;
    readonly MediaStreamTrackProcessor: new (options: { track: MediaStreamTrack }) => FrameReader;
  }
}

/** Keeps the moment of the last click, and tells listeners of each track that any peer connection receives. */
function installProbe(): void {
  const probe: Probe = { clickedAt: 0, frames: [], sounds: [], listeners: [] };
  Object.defineProperty(window, "benchProbe", { value: probe });
  const clicked = () => {
    probe.clickedAt = performance.timeOrigin + performance.now();
  };
  document.addEventListener("click", clicked, true);
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("track", ({ track }) => {
        for (const listener of probe.listeners) listener(track);
      });
    }
  };
}

function watchFrames(): void {
  const { frames, listeners } = window.benchProbe;
  const watch = async (track: MediaStreamTrack) => {
    const reader = new window.MediaStreamTrackProcessor({ track }).readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      value.close();
      frames.push(performance.timeOrigin + performance.now());
    }
  };
  listeners.push((track) => {
    if (track.kind === "video") void watch(track);
  });
}

function watchSound(): void {
  const { sounds, listeners } = window.benchProbe;
  const samples = new Float32Array(1024);
  const analysers = new Map<MediaStreamTrack, AnalyserNode>();
  let context: AudioContext | undefined;
  const isLoud = (analyser: AnalyserNode) => {
    analyser.getFloatTimeDomainData(samples);
    return samples.some((sample) => Math.abs(sample) > 0.05);
  };
  listeners.push((track) => {
    if (track.kind !== "audio") return;
    context ??= new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = samples.length;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    analysers.set(track, analyser);
  });
  setInterval(() => {
    for (const track of analysers.keys()) if (track.readyState === "ended") analysers.delete(track);
    if ([...analysers.values()].some(isLoud)) sounds.push(performance.timeOrigin + performance.now());
  }, 20);
}

/** A small camera, because one machine makes all pictures; unprocessed sound, because filters take a steady tone away. */
function choosePlainDevices(): void {
  const devices = navigator.mediaDevices;
  const original = devices?.getUserMedia.bind(devices);
  if (!original) return;
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  const small = { width: 320, height: 180, frameRate: 10 };
  devices.getUserMedia = ({ audio, video } = {}) =>
    original({ audio: audio ? plain : false, video: video ? small : false });
}

/** Run in a page before anything else, in this order; they know nothing of the product. */
export const probeScripts = [installProbe, watchFrames, watchSound, choosePlainDevices];
