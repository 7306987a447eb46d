import {
  DisconnectReason,
  type LocalTrack,
  type LocalTrackPublication,
  ParticipantEvent,
  Room,
  RoomEvent,
  Track,
  type TrackPublication,
} from "livekit-client";
import type { Target } from "../protocol";
import type { Cause } from "../state";
import { CONNECT, roomOptions } from "./livekit-options";
import { passing } from "./livekit-passing";
import { readingOf } from "./livekit-reading";
import { Subscriptions } from "./livekit-subscriptions";
import { localTrack, publishOptions, replaceIn, SOURCE } from "./livekit-tracks";
import type { MediaKind, Pictures, RoomNews, RoomPort, RoomReading } from "./ports";

const PERMISSION_WAIT_MS = 4000;
/** Drawing the room takes the thread away from the connections that are being made. */
const BURST_MS = 100;
const CHANGES = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.ParticipantPermissionsChanged,
] as const;

/** One connection to LiveKit. A connection that ended is never revived: there is a new one each time. */
export class LiveKitRoom implements RoomPort {
  #room = new Room(roomOptions());
  #tell: (news: RoomNews) => void = () => undefined;
  #subscriptions = new Subscriptions(this.#room);
  #connected = false;
  #told = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  /** Who was muted by us; a mute that is not in here came from a host. */
  #wanted = new Map<"mic" | "cam", boolean>();

  constructor() {
    for (const event of CHANGES) this.#room.on(event, () => this.#changed());
    this.#room
      .on(RoomEvent.SignalReconnecting, () => this.#tell({ type: "resuming" }))
      .on(RoomEvent.Reconnecting, () => this.#tell({ type: "reconnecting" }))
      .on(RoomEvent.Reconnected, () => this.#back())
      .on(RoomEvent.TrackMuted, (publication, person) => {
        if (person === this.#room.localParticipant) this.#muted(publication);
      })
      .on(RoomEvent.DataReceived, (...[bytes, sender, , topic]) => {
        // What a browser sends has no name of the server on it, and is nobody's word.
        const news = sender ? undefined : passing(topic, bytes);
        if (news) this.#tell(news);
      })
      .on(RoomEvent.Disconnected, (reason) => {
        // An attempt that fails is told by `connect`.
        if (this.#connected) this.#tell({ type: "disconnected", cause: causeOf(reason) });
      });
    this.#room.localParticipant.on(ParticipantEvent.LocalTrackCpuConstrained, (track) => {
      // One smaller picture that arrives is better than three that stutter; a screen has to stay legible.
      if (track.source !== Track.Source.Camera) return;
      void track.prioritizePerformance().catch(() => undefined);
    });
  }

  get alive(): boolean {
    return this.#room.state === "connected";
  }

  onNews(listener: (news: RoomNews) => void): void {
    this.#tell = listener;
  }

  async connect({ url, token }: Pick<Target, "url" | "token">, receiving: boolean): Promise<void> {
    if (receiving) this.#subscriptions.receive();
    await this.#room.connect(url, token, { ...CONNECT, autoSubscribe: receiving });
    this.#connected = true;
  }

  receive(): void {
    this.#subscriptions.receive();
  }

  subscribeAgain(): void {
    this.#subscriptions.again();
  }

  showOnly(ids: readonly string[]): void {
    this.#subscriptions.showOnly(ids);
  }

  receivePictures(pictures: Pictures): void {
    this.#subscriptions.wish(pictures);
  }

  async publish(kind: MediaKind, track: MediaStreamTrack, isMuted: () => boolean): Promise<void> {
    await this.#allowed();
    const muted = isMuted();
    if (kind === "mic" || kind === "cam") this.#wanted.set(kind, muted);
    track.enabled = !muted;
    const existing = this.#publication(kind);
    if (existing?.track) {
      if (existing.track.mediaStreamTrack !== track) await replaceIn(existing.track, track);
      await setMuted(existing.track, muted);
      return;
    }
    const local = localTrack(kind, track);
    // The mute state goes into the announcement of the track, so that nobody is heard for a moment.
    await setMuted(local, muted);
    const publication = await this.#room.localParticipant.publishTrack(local, publishOptions(kind));
    if (publication.isMuted !== muted) await setMuted(local, muted);
  }

  async unpublish(kind: MediaKind): Promise<void> {
    const track = this.#publication(kind)?.track;
    if (track) await this.#room.localParticipant.unpublishTrack(track, false);
  }

  async letGo(kind: MediaKind): Promise<void> {
    const publication = this.#publication(kind);
    if (!publication?.track) return;
    await new Promise<void>((resolve) => {
      const free = (gone: LocalTrackPublication) => {
        if (gone !== publication) return;
        this.#room.off(RoomEvent.LocalTrackUnpublished, free);
        resolve();
      };
      this.#room.on(RoomEvent.LocalTrackUnpublished, free);
      // Negotiating goes on behind this and fails when the room is left meanwhile; nobody needs the result then.
      void this.unpublish(kind).then(resolve, resolve);
    });
  }

  async mute(kind: "mic" | "cam", muted: boolean): Promise<void> {
    this.#wanted.set(kind, muted);
    const track = this.#publication(kind)?.track;
    if (track) await setMuted(track, muted);
  }

  async startAudio(): Promise<void> {
    await this.#room.startAudio();
  }

  async setSpeaker(deviceId: string): Promise<void> {
    await this.#room.switchActiveDevice("audiooutput", deviceId);
  }

  read(): RoomReading {
    return readingOf(this.#room);
  }

  async disconnect(): Promise<void> {
    await this.#room.disconnect(false);
  }

  #publication(kind: MediaKind): LocalTrackPublication | undefined {
    return this.#room.localParticipant.getTrackPublication(SOURCE[kind]);
  }

  /** Rows change a moment before LiveKit hears of it; publishing too early would fail and stop the track. */
  async #allowed(): Promise<void> {
    const local = this.#room.localParticipant;
    if (local.permissions?.canPublish) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => done(new Error("may not publish")), PERMISSION_WAIT_MS);
      const check = () => local.permissions?.canPublish && done();
      const done = (error?: Error) => {
        clearTimeout(timer);
        this.#room.off(RoomEvent.ParticipantPermissionsChanged, check);
        return error ? reject(error) : resolve();
      };
      this.#room.on(RoomEvent.ParticipantPermissionsChanged, check);
    });
  }

  /** Events come in bursts, dozens when a room fills: the first is told at once, what follows it together. */
  #changed(): void {
    this.#subscriptions.apply();
    if (this.#told) return;
    this.#told = true;
    setTimeout(
      () => {
        this.#told = false;
        this.#toldAt = performance.now();
        this.#tell({ type: "changed" });
      },
      this.#toldAt + BURST_MS - performance.now(),
    );
  }

  /** A full reconnect sends no join or leave events, so everything is read again. */
  #back(): void {
    this.#tell({ type: "reconnected" });
    this.#changed();
  }

  #muted({ source, track }: TrackPublication): void {
    // The SDK mutes what ended by itself, such as a device that was pulled out: no host did that.
    if (track?.mediaStreamTrack.readyState === "ended") return;
    // A screen is never muted by its own person: it is shared or not.
    if (source === Track.Source.ScreenShare) {
      this.#tell({ type: "muted_by_host", kind: "screen" });
      return;
    }
    const kind = source === Track.Source.Camera ? "cam" : "mic";
    if (source !== SOURCE[kind] || this.#wanted.get(kind) !== false) return;
    this.#wanted.set(kind, true);
    this.#tell({ type: "muted_by_host", kind });
  }
}

const setMuted = async (track: LocalTrack, muted: boolean) => {
  await (muted ? track.mute() : track.unmute());
};

function causeOf(reason: DisconnectReason | undefined): Cause {
  switch (reason) {
    case DisconnectReason.CLIENT_INITIATED:
      return "client";
    case DisconnectReason.DUPLICATE_IDENTITY:
      return "duplicate";
    case DisconnectReason.PARTICIPANT_REMOVED:
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return "moved";
    default:
      return "lost";
  }
}
