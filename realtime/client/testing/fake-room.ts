import type { MediaKind, Pictures, RoomNews, RoomPort, RoomReading } from "../ports";

/** What all fake rooms of one test did, in order: „A publish mic on“. */
export type Diary = string[];

/** A LiveKit room that writes down what happens to it. */
export class FakeRoom implements RoomPort {
  alive = false;
  tell: (news: RoomNews) => void = () => undefined;
  published = new Map<MediaKind, { track: MediaStreamTrack; muted: boolean }>();
  /** Tracks that LiveKit announced and does not send. */
  awaited: string[] = [];
  name = "?";
  /** Whoever publishes waits for it, as LiveKit's client does for the right to. */
  permission: Promise<void> = Promise.resolve();
  /** How each device was when it was published. */
  firstMuted = new Map<MediaKind, boolean>();

  constructor(
    private readonly diary: Diary,
    private readonly failing: ReadonlySet<string> = new Set(),
  ) {}

  async connect({ token }: { url: string; token: string }, receiving: boolean): Promise<void> {
    this.name = token;
    this.diary.push(receiving ? `${token} connect receiving` : `${token} connect`);
    await Promise.resolve();
    if (this.failing.has(token)) throw new Error("no such room");
    this.alive = true;
  }

  onNews(listener: (news: RoomNews) => void): void {
    this.tell = listener;
  }

  receive(): void {
    this.diary.push(`${this.name} receive`);
  }

  showOnly(): void {
    return;
  }

  receivePictures(pictures: Pictures): void {
    if (pictures !== "all") this.diary.push(`${this.name} pictures ${pictures}`);
  }

  async publish(kind: MediaKind, track: MediaStreamTrack, isMuted: () => boolean): Promise<void> {
    await this.permission;
    const muted = isMuted();
    if (!this.published.has(kind)) this.firstMuted.set(kind, muted);
    this.diary.push(`${this.name} publish ${kind} ${muted ? "muted" : "on"}`);
    this.published.set(kind, { track, muted });
  }

  async unpublish(kind: MediaKind): Promise<void> {
    await Promise.resolve();
    if (!this.published.delete(kind)) return;
    this.diary.push(`${this.name} unpublish ${kind}`);
  }

  letGo(kind: MediaKind): Promise<void> {
    return this.unpublish(kind);
  }

  async mute(kind: "mic" | "cam", muted: boolean): Promise<void> {
    this.diary.push(`${this.name} ${muted ? "mute" : "unmute"} ${kind}`);
    const own = this.published.get(kind);
    if (own) this.published.set(kind, { ...own, muted });
  }

  async startAudio(): Promise<void> {
    return;
  }

  async setSpeaker(): Promise<void> {
    return;
  }

  subscribeAgain(): void {
    this.diary.push(`${this.name} subscribe again`);
  }

  read(): RoomReading {
    const { awaited } = this;
    return { people: [], asides: [], speakers: [], tracks: 0, awaited, canPlay: true, mayPublish: true };
  }

  async disconnect(): Promise<void> {
    if (this.alive) this.diary.push(`${this.name} disconnect`);
    this.alive = false;
  }
}
