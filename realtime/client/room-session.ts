import { oneAtATime } from "@/lib/one-at-a-time";
import type { Signal, Topic, WhereAmI } from "../protocol";
import { type ConnectionEvent, type ConnectionState, type Effect, lostSince, step } from "../state";
import { promoteSpeaker } from "../tiles";
import { appointments, prepareAt, rejoinDelayMs, ServerClock } from "../timing";
import { Documents } from "./documents";
import { LISTENED_MS, Listening } from "./listening";
import { LocalMedia } from "./local-media";
import type { Choice } from "./media-view";
import { Mover } from "./mover";
import type { Pictures, Reply, RoomNews, SessionPorts } from "./ports";
import { firstView, NO_ROOM, type Notice, passed, type RoomView, seen } from "./room-view";
import { missingFrom, RosterWatch } from "./roster-watch";
import { SpeakingMeter } from "./speaking-meter";
import { Store } from "./store";
import { Timers } from "./timers";
import { watchWakeUps } from "./wake-ups";

type Setting = { slug: string; entered: boolean; choice: Choice; onEntered?: (entered: boolean) => void };

/** Topics after which one may belong elsewhere. */
const MOVING = new Set<Topic>(["placement", "session", "rounds", "resync"]);
const HEARTBEAT_MS = 30_000;
/** After a move everybody's sound and picture come first, and the lists of the new room when those are there. */
const SETTLED_MS = 1500;

/** The owner of everything live on a room page. It lives outside React; views only look at its stores. */
export class RoomSession {
  readonly media: LocalMedia;
  readonly documents: Documents;
  readonly store = new Store<RoomView>(firstView);
  #mover: Mover;
  #timers: Timers;
  #serverClock = new ServerClock();
  #stops: (() => void)[] = [];
  #listening: Listening;
  #roster: RosterWatch;
  #spoken = new SpeakingMeter(this.store, () => this.ports.clock.now());
  #locating = oneAtATime(() => {
    this.#timers.cancel("retry");
    return this.#ask(() => this.ports.control.whereAmI(), "locate");
  });
  /** What comes in after that (a reply, the room's own end) must not open anything again. */
  #closed = false;

  constructor(
    private readonly ports: SessionPorts,
    private readonly setting: Setting,
  ) {
    this.media = new LocalMedia(ports.media, setting.choice, () => this.notify("device_replaced"));
    this.documents = new Documents(ports.control, ports.clock);
    this.#timers = new Timers(ports.clock);
    this.#listening = new Listening(() =>
      ports.control.listen(setting.slug, (signal) => this.#signalled(signal)),
    );
    this.#mover = new Mover({
      media: this.media,
      clock: ports.clock,
      makeRoom: ports.makeRoom,
      isCurrent: (generation) => !this.#closed && this.state.generation === generation,
      onNews: (news, generation) => this.#heard(news, generation),
    });
    this.#roster = new RosterWatch({
      clock: ports.clock,
      missing: () => missingFrom(this.store.get(), this.documents.store.get()),
      mayRejoin: () => !this.media.view.sharing, // A shared screen does not come back without a click.
      subscribeAgain: () => this.#mover.subscribeAgain(),
      // What "moved" leads to: one new connection, at once and to wherever the server says.
      rejoin: () => this.#heard({ type: "disconnected", cause: "moved" }, this.state.generation),
    });
  }

  get state(): ConnectionState {
    return this.store.get().connection;
  }

  /** Starts once; calling it again changes nothing, so that React may mount twice. */
  open(): void {
    if (this.state.phase !== "idle") return;
    this.#stops.push(
      watchWakeUps(this.ports.clock, () => this.#catchUp()),
      this.ports.media.onDevicesChanged(() => void this.media.refreshDevices()),
      this.documents.store.subscribe(() => this.#roster.check()),
    );
    this.dispatch({ type: "opened", entered: this.setting.entered });
  }

  /** Signals may have been lost while network or machine slept, and are not heeded on the way into another room. */
  #catchUp(): void {
    this.nudge();
    if (this.state.entered) this.documents.readAll();
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#stops.splice(0)) stop();
    this.#roster.rest();
    void this.#mover.disconnect();
    this.#letGo();
    this.#timers.end();
    this.documents.end();
  }

  #letGo(): void {
    this.#listening.stop();
    this.media.stop();
    this.#timers.cancelAll();
    this.documents.close();
  }

  #listen(): void {
    const done = this.#listening.as(this.state.answer?.me?.admissionId ?? "");
    // What was signalled to the person before this moment is found by asking once more.
    if (done === "again") this.#timers.set("listened", LISTENED_MS, () => this.nudge());
    // The lobby of a talk shows the partner before anything else is read.
    if (done !== "same") this.documents.signalled("talks");
  }

  #signalled({ topic, votes }: Signal): void {
    this.documents.signalled(topic, votes);
    if (MOVING.has(topic)) this.nudge();
  }

  /** Something may have changed, or the network may be back. */
  nudge = (): void => this.dispatch({ type: "nudged" });

  /** The click of „Eintreten“: asks for devices where they are wanted, then joins. */
  async enter(withDevices: boolean): Promise<void> {
    if (withDevices) await this.media.setUp();
    else this.media.comeWithout();
    this.setting.onEntered?.(true);
    this.dispatch({ type: "entered" });
  }

  async takeOver(): Promise<void> {
    await this.media.unpark();
    this.setting.onEntered?.(true);
    this.dispatch({ type: "took_over" });
  }

  leave(): void {
    this.setting.onEntered?.(false);
    this.dispatch({ type: "left" });
    this.#letGo();
  }

  moveOn = (): void => this.dispatch({ type: "moved_on" });
  decline = (): void => this.dispatch({ type: "declined" });
  startAudio = (): Promise<void> => this.#mover.startAudio();
  showOnly = (ids: readonly string[]): void => this.#mover.showOnly(ids);

  /** Which pictures are received, in this room and the following ones, until it is taken back. */
  receive = (pictures: Pictures): void => {
    this.store.set({ pictures });
    this.#mover.receivePictures(pictures);
  };

  /** A command of the person; the rows it changes come back by signal, our own place is asked for at once. */
  async act(path: string, body?: object): Promise<Reply<unknown>> {
    const reply = await this.ports.control.post(path, body);
    this.documents.readAll();
    this.nudge();
    return reply;
  }

  dispatch(event: ConnectionEvent): void {
    if (this.#closed) return;
    const { state, effects } = step(this.state, event);
    const lostAt = lostSince(state, this.store.get().lostAt, this.ports.clock.now());
    this.store.set({ connection: state, lostAt });
    for (const effect of effects) this.#run(effect);
    this.#roster.check();
    if (state.phase === "held") this.media.park();
  }

  #run(effect: Effect): void {
    const { clock, control } = this.ports;
    const runners: { [E in Effect as E["type"]]: (effect: E) => unknown } = {
      locate: () => this.#locating(),
      join: ({ takeOver }) => this.#join(takeOver),
      connect: (move) => this.#go(move),
      switch: (move) => this.#go(move),
      prepare: ({ target }) => {
        const at = prepareAt(Date.parse(target.startsAt), clock.random());
        this.#timers.set("prepare", at - this.serverNow(), () => void this.#mover.prepare(target));
      },
      drop_prepared: () => this.#mover.dropPrepared(),
      retry: ({ attempt }) =>
        this.#timers.set("retry", rejoinDelayMs(attempt, clock.random()), () => this.nudge()),
      plan: ({ answer }) => this.#plan(answer),
      arrived: ({ epoch }) => control.post("arrived", { epoch }),
      decline: ({ roundId }) => control.post(`rounds/${roundId}/decline`),
      disconnect: () => {
        this.store.set({ room: NO_ROOM });
        void this.#mover.disconnect();
      },
      leave: () => control.post("leave"),
    };
    // The table is complete by its type; TypeScript cannot relate the key to its own function.
    (runners[effect.type] as (effect: Effect) => unknown)(effect);
  }

  async #join(takeOver: boolean): Promise<void> {
    await this.#ask(() => this.ports.control.join(takeOver), "join");
    this.#beat();
  }

  async #ask(question: () => Promise<Reply<WhereAmI>>, by: "locate" | "join"): Promise<void> {
    const sent = this.ports.clock.now();
    const reply = await question();
    if (this.#closed) return;
    if (reply.ok) {
      const offsetMs = this.#serverClock.heard(reply.value.serverNow, sent, this.ports.clock.now());
      this.store.set({ offsetMs, joinRefusal: null });
      this.dispatch({ type: "answered", answer: reply.value, by });
      // On the way into a room every millisecond belongs to the connection; `#go` listens once it stands.
      if (this.state.phase !== "joining") this.#listen();
      return;
    }
    if ("refusal" in reply) this.store.set({ joinRefusal: reply.refusal.reason });
    else this.dispatch({ type: "unreachable" });
  }

  #beat(): void {
    this.#timers.set("heartbeat", HEARTBEAT_MS, () => {
      if (this.state.entered) void this.ports.control.post("heartbeat", this.#spoken.take());
      // A signal may be lost, a timer may sleep: whoever asks again now and then is never left behind.
      this.nudge();
      this.#beat();
    });
  }

  async #go(effect: Extract<Effect, { type: "connect" | "switch" }>): Promise<void> {
    const { target, generation } = effect;
    this.#timers.cancel("move");
    if (effect.type === "switch") this.documents.hold();
    const moved =
      effect.type === "switch"
        ? await this.#mover.switchTo(target, generation)
        : await this.#mover.connect(target, generation);
    if (moved.outcome === "superseded") return;
    this.#listen();
    if (moved.outcome === "failed") {
      this.dispatch({ type: "connect_failed", generation });
      return;
    }
    if (effect.type === "switch") {
      this.store.set({ switches: this.store.get().switches + 1, lastGapMs: moved.gapMs });
      if (moved.stoppedShare) this.notify("share_stopped");
    }
    this.#read();
    this.dispatch({ type: "connected", generation });
    this.#beat();
    if (effect.type === "connect") this.documents.readAll();
    else this.#timers.set("settled", SETTLED_MS, () => this.#catchUp());
  }

  /** Timers by server time: go to the coming room, and ask again when something is due. */
  #plan(answer: WhereAmI): void {
    const { current, phase } = this.state;
    if (current && phase === "live") void this.media.allow(current.rights);
    const now = this.serverNow();
    for (const { name, at } of appointments(answer, now, this.ports.clock.random())) {
      this.#timers.set(name, at - now, () => {
        if (name === "move") this.dispatch({ type: "due" });
        this.nudge();
      });
    }
  }

  serverNow = (): number => this.ports.clock.now() + this.store.get().offsetMs;

  #heard(news: RoomNews, generation: number): void {
    if (this.#closed || generation !== this.state.generation) return;
    if (news.type === "changed") {
      this.#read();
    } else if (news.type === "reactions" || news.type === "captions") {
      this.store.set(passed(this.store.get(), news, this.ports.clock.now()));
    } else if (news.type === "muted_by_host") {
      this.media.mutedByHost(news.kind);
      this.notify(news.kind === "screen" ? "share_ended_by_host" : "muted_by_host");
    } else {
      this.dispatch({ ...news, generation });
      if (news.type === "reconnected") this.documents.readAll();
    }
  }

  #read(): void {
    this.store.set(seen(this.store.get(), this.#mover.read() ?? NO_ROOM));
    this.#roster.check();
  }

  /** Somebody on another page speaks for a while: onto the first page, and nobody else moves. */
  promote = (id: string, pageSize: number): void =>
    this.store.set({ order: promoteSpeaker(this.store.get().order, id, pageSize) });

  /** Something has just happened to this person. */
  notify = (kind: Notice): void =>
    this.store.set({ notice: { kind, count: (this.store.get().notice?.count ?? 0) + 1 } });
}
