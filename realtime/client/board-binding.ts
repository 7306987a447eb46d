import type * as Y from "yjs";
import { type DrawnElement, drawnElement } from "@/domain/interaction/schema/drawing";
import { SHEET_ROOT } from "@/domain/interaction/schema/sheets";
import type { ClockPort } from "./ports";
import { Timers } from "./timers";

/** Origin of what was drawn in this browser, in Yjs' word. */
const BOARD = "board";
/** A line being drawn is another element with each move of the hand; so often at most it is written down. */
const WRITE_MS = 250;

/** As much of an element as decides which of two versions is the newer one. */
type Version = { id: string; version: number; versionNonce: number };

type BoardPorts = {
  clock: ClockPort;
  /** Elements that others have changed, for the canvas to take in. */
  show: (remote: readonly DrawnElement[]) => void;
};

/** As Excalidraw decides it: the higher version, and of two equal ones the lower nonce. Everybody comes to the same. */
const isNewer = (one: Version, other: Version): boolean =>
  one.version > other.version || (one.version === other.version && one.versionNonce < other.versionNonce);

/** What of an element everybody gets; undefined for what our whiteboard does not have, such as a picture. */
export function sharedPart(element: object): DrawnElement | undefined {
  const plain: unknown = JSON.parse(JSON.stringify({ ...element, link: null, customData: undefined }));
  return drawnElement.safeParse(plain).data;
}

/** Keeps a canvas and the whiteboard alike, element by element: the newer version of each wins, in every browser the same. */
export class BoardBinding {
  #root: Y.Map<unknown>;
  #timers: Timers;
  #drawn: readonly (Version & object)[] = [];

  constructor(
    private readonly doc: Y.Doc,
    private readonly ports: BoardPorts,
  ) {
    this.#timers = new Timers(ports.clock);
    this.#root = doc.getMap<unknown>(SHEET_ROOT.whiteboard);
    this.#root.observe(this.#changed);
  }

  /** Everything that is on the whiteboard, also what was erased. */
  all(): DrawnElement[] {
    return [...this.#root.values()].flatMap((value) => drawnElement.safeParse(value).data ?? []);
  }

  /** The canvas has these elements now. */
  drew = (elements: readonly (Version & object)[]): void => {
    this.#drawn = elements;
    if (!this.#timers.has("write")) this.#timers.set("write", WRITE_MS, this.#write);
  };

  /** Writes down what waits. */
  end = (): void => {
    if (this.#timers.has("write")) this.#write();
    this.#timers.end();
    this.#root.unobserve(this.#changed);
  };

  #write = (): void => {
    this.#timers.cancel("write");
    const fresh = this.#drawn.flatMap((element) => {
      const known = drawnElement.safeParse(this.#root.get(element.id)).data;
      if (known && !isNewer(element, known)) return [];
      // What was never there need not be told that it is gone.
      const shared = sharedPart(element);
      return shared && (known || !shared.isDeleted) ? [shared] : [];
    });
    if (fresh.length === 0) return;
    this.doc.transact(() => {
      for (const element of fresh) this.#root.set(element.id, element);
    }, BOARD);
  };

  #changed = (event: Y.YMapEvent<unknown>, { origin }: Y.Transaction): void => {
    if (origin === BOARD) return;
    const values = [...event.keysChanged].map((key) => this.#root.get(key));
    const remote = values.flatMap((value) => drawnElement.safeParse(value).data ?? []);
    if (remote.length > 0) this.ports.show(remote);
  };
}
