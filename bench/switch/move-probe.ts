/** What a page's own work for a move was, in milliseconds since 1970; knows WebRTC only, nothing of the product. */
export type MoveNotes = {
  /** A connection to a room began. */
  connecting: number[];
  /** The microphone was handed to a connection. */
  publishing: number[];
  /** Somebody's microphone was announced to the browser. */
  arriving: number[];
  /** The page's thread did nothing else for more than 50 ms: begin and length. */
  busy: [number, number][];
};

declare global {
  interface Window {
    readonly moveNotes: MoveNotes;
  }
}

/** Run in a page before anything else, after the probes of `browser-probe.ts`. */
export function noteMoves(): void {
  const notes: MoveNotes = { connecting: [], publishing: [], arriving: [], busy: [] };
  Object.defineProperty(window, "moveNotes", { value: notes });
  const now = () => performance.timeOrigin + performance.now();
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (new URL(url).pathname.startsWith("/rtc")) notes.connecting.push(now());
    }
  };
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("track", ({ track }) => {
        if (track.kind === "audio") notes.arriving.push(now());
      });
    }
    override addTransceiver(track: MediaStreamTrack | string, init?: RTCRtpTransceiverInit) {
      if (track instanceof MediaStreamTrack && track.kind === "audio") notes.publishing.push(now());
      return super.addTransceiver(track, init);
    }
    override addTrack(track: MediaStreamTrack, ...streams: MediaStream[]) {
      if (track.kind === "audio") notes.publishing.push(now());
      return super.addTrack(track, ...streams);
    }
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      notes.busy.push([performance.timeOrigin + startTime, duration]);
    }
  }).observe({ type: "longtask" });
}
