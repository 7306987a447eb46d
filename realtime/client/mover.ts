import type { Target } from "../protocol";
import type { LocalMedia } from "./local-media";
import type { ClockPort, Pictures, RoomNews, RoomPort, RoomReading } from "./ports";

type Setting = {
  media: LocalMedia;
  clock: ClockPort;
  makeRoom: () => RoomPort;
  isCurrent: (generation: number) => boolean;
  onNews: (news: RoomNews, generation: number) => void;
};
export type Moved =
  | { outcome: "there"; gapMs: number; stoppedShare: boolean }
  | { outcome: "failed" }
  | { outcome: "superseded" };
type Prepared = { roomId: string; room: RoomPort; ready: Promise<boolean> };

const SWITCH_BUDGET_MS = 4000;

/**
 * Brings the person from one LiveKit room to another. Warm: the next room is connected beforehand and at the
 * appointed moment only the tracks move over. Cold: everything anew. At most one room is heard at any time.
 */
export class Mover {
  #room: RoomPort | null = null;
  #prepared: Prepared | null = null;
  #visible: readonly string[] = [];
  #pictures: Pictures = "all";

  constructor(private readonly setting: Setting) {}

  read(): RoomReading | undefined {
    return this.#room?.read();
  }

  async startAudio(): Promise<void> {
    await this.#room?.startAudio();
  }

  showOnly(ids: readonly string[]): void {
    this.#visible = ids;
    this.#room?.showOnly(ids);
  }

  subscribeAgain(): void {
    this.#room?.subscribeAgain();
  }

  receivePictures(pictures: Pictures): void {
    this.#pictures = pictures;
    this.#room?.receivePictures(pictures);
  }

  /** Connects the coming room in silence. A failure only means that the switch will be a cold one. */
  async prepare(target: Target): Promise<void> {
    this.dropPrepared();
    const room = this.setting.makeRoom();
    const ready = room.connect(target, false).then(
      () => true,
      () => false,
    );
    this.#prepared = { roomId: target.room.id, room, ready };
    await ready;
  }

  dropPrepared(): void {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (prepared) void prepared.room.disconnect();
  }

  /** Cold: leave what there is, then connect and publish. Others are seen while the own tracks still go out. */
  async connect(target: Target, generation: number): Promise<Moved> {
    const startedAt = this.setting.clock.now();
    if (this.#room) await this.#leave();
    if (!this.setting.isCurrent(generation)) return { outcome: "superseded" };
    const room = this.setting.makeRoom();
    this.#listenTo(room, generation);
    try {
      await room.connect(target, target.fewCameras);
    } catch {
      void room.disconnect();
      return { outcome: "failed" };
    }
    if (!this.setting.isCurrent(generation)) return abandon(room, null);
    room.receive();
    await this.setting.media.bind(room, target);
    if (!this.setting.isCurrent(generation)) return { outcome: "superseded" };
    return room.alive ? this.#there(startedAt, false) : { outcome: "failed" };
  }

  async switchTo(target: Target, generation: number): Promise<Moved> {
    const startedAt = this.setting.clock.now();
    const stoppedShare = this.setting.media.view.sharing;
    const next = await this.#takePrepared(target);
    if (!next) return this.#coldSwitch(target, generation, { startedAt, stoppedShare });
    const old = this.#room;
    // Listening starts before the own tracks move: whoever is there already is heard without a gap.
    this.#listenTo(next, generation);
    next.receive();
    await this.setting.media.carryTo(next, target);
    if (!this.setting.isCurrent(generation)) return abandon(next, old);
    void old?.disconnect();
    return next.alive ? this.#there(startedAt, stoppedShare) : { outcome: "failed" };
  }

  async disconnect(): Promise<void> {
    this.dropPrepared();
    await this.#leave();
  }

  async #coldSwitch(
    target: Target,
    generation: number,
    facts: { startedAt: number; stoppedShare: boolean },
  ): Promise<Moved> {
    this.dropPrepared();
    const moved = await this.connect(target, generation);
    if (moved.outcome !== "there") return moved;
    return { ...moved, gapMs: this.setting.clock.now() - facts.startedAt, stoppedShare: facts.stoppedShare };
  }

  #listenTo(room: RoomPort, generation: number): void {
    this.#room = room;
    room.onNews((news) => this.setting.onNews(news, generation));
    room.showOnly(this.#visible);
    room.receivePictures(this.#pictures);
  }

  /** The prepared room, if it is the right one and its connection stands within the budget. */
  async #takePrepared(target: Target): Promise<RoomPort | null> {
    const prepared = this.#prepared;
    if (!prepared || prepared.roomId !== target.room.id) return null;
    this.#prepared = null;
    let stop: () => void = () => undefined;
    const late = new Promise<boolean>((resolve) => {
      stop = this.setting.clock.after(SWITCH_BUDGET_MS, () => resolve(false));
    });
    const ready = await Promise.race([prepared.ready, late]);
    stop();
    if (ready && prepared.room.alive) return prepared.room;
    void prepared.room.disconnect();
    return null;
  }

  async #leave(): Promise<void> {
    const old = this.#room;
    this.#room = null;
    await this.setting.media.release();
    await old?.disconnect();
  }

  #there(startedAt: number, stoppedShare: boolean): Moved {
    return { outcome: "there", gapMs: this.setting.clock.now() - startedAt, stoppedShare };
  }
}

/** Meanwhile the person belongs elsewhere; whoever decided that connects there. */
function abandon(room: RoomPort, old: RoomPort | null): Moved {
  void room.disconnect();
  void old?.disconnect();
  return { outcome: "superseded" };
}
