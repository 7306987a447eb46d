import type { RoomView } from "./room-view";
import type { Store } from "./store";

/** How long this person has spoken since the server was told last, by what LiveKit hears. Nobody else's is measured. */
export class SpeakingMeter {
  #since: number | null = null;
  #sum = 0;

  constructor(
    private readonly view: Store<RoomView>,
    private readonly now: () => number,
  ) {
    view.subscribe(() => this.#heard());
  }

  /**
   * What goes to the server with a heartbeat; whoever goes on speaking is counted from here on. `line` is what the own
   * connection is like, once LiveKit has measured it.
   */
  take(): { spoke?: number; line?: "good" | "poor" | "lost" } {
    this.#heard();
    const spoke = Math.round(this.#sum);
    this.#sum = 0;
    const quality = this.view.get().room.people.find(({ own }) => own)?.quality ?? "unknown";
    return { ...(spoke > 0 ? { spoke } : {}), ...(quality === "unknown" ? {} : { line: quality }) };
  }

  #heard(): void {
    const now = this.now();
    if (this.#since !== null) this.#sum += now - this.#since;
    const { people, speakers } = this.view.get().room;
    const own = speakers.length > 0 ? people.find((person) => person.own)?.id : undefined;
    this.#since = own !== undefined && speakers.includes(own) ? now : null;
  }
}
