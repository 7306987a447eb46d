import { beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { SHEET_ROOT } from "@/domain/interaction/schema/sheets";
import { Documents } from "./documents";
import type { Reply } from "./ports";
import { SheetCopy } from "./sheet-copy";
import { FakeClock } from "./testing/fake-clock";
import { FakeControl } from "./testing/fake-control";

/** A server that keeps updates as ours does; the test decides when it can be reached and what it refuses. */
class FakeSheets extends FakeControl {
  updates: Uint8Array[] = [];
  /** Of the next write alone. */
  refusal: string | null = null;
  isReachable = true;
  mayWrite = true;
  writes = 0;
  changed = new Set<() => void>();

  text(): string {
    const doc = new Y.Doc();
    for (const update of this.updates) Y.applyUpdate(doc, update);
    return doc.getText(SHEET_ROOT.notes).toString();
  }

  override async post(_path: string, body: object = {}): Promise<Reply<unknown>> {
    this.writes += 1;
    const reason = this.refusal;
    if (!this.isReachable) return { ok: false, unreachable: true };
    this.refusal = null;
    if (reason) return { ok: false, refusal: { kind: "conflict", reason } };
    this.updates.push(Buffer.from("update" in body ? String(body.update) : "", "base64"));
    for (const tell of this.changed) tell();
    return { ok: true, value: { seq: this.updates.length, changed: true } };
  }

  override async get(path: string): Promise<Reply<unknown>> {
    if (!this.isReachable) return { ok: false, unreachable: true };
    const after = Number(new URL(path, "https://example.org").searchParams.get("after"));
    const updates = this.updates.slice(after).map((update) => Buffer.from(update).toString("base64"));
    return {
      ok: true,
      value: { sheetId: "sht_a", seq: this.updates.length, updates, mayWrite: this.mayWrite },
    };
  }
}

let clock: FakeClock;
let server: FakeSheets;
const opened = async () => {
  const listen = (changed: () => void) => {
    server.changed.add(changed);
    return () => server.changed.delete(changed);
  };
  const documents = new Documents(server, clock);
  const copy = new SheetCopy({ roomId: "rom_a", kind: "notes" }, { documents, listen, clock });
  const close = copy.open();
  await clock.pass(10);
  return {
    copy,
    close,
    write: (text: string) => notesOf(copy).insert(0, text),
    read: () => notesOf(copy).toString(),
  };
};
const notesOf = (copy: SheetCopy) => copy.store.get().doc.getText(SHEET_ROOT.notes);

beforeEach(() => {
  clock = new FakeClock();
  server = new FakeSheets(clock);
});

it("sends what is typed within a quarter of a second at once, and others have it", async () => {
  const [ada, ben] = [await opened(), await opened()];
  for (const sign of ["c", "b", "a"]) ada.write(sign);
  expect(ada.copy.store.get().isUnsaved).toBe(true);
  await clock.pass(300);
  expect(server.writes).toBe(1);
  expect(ada.copy.store.get().isUnsaved).toBe(false);
  expect(ben.read()).toBe("abc");
});

it("what two write at once is the same in both, and whoever comes later has it, too", async () => {
  const [ada, ben] = [await opened(), await opened()];
  ada.write("Ada.");
  ben.write("Ben.");
  await clock.pass(600);
  expect(ada.read()).toBe(ben.read());
  expect((await opened()).read()).toBe(ada.read());
  expect(ada.read()).toHaveLength(8);
});

it("keeps what is written while the server is away, and sends it once", async () => {
  const ada = await opened();
  server.isReachable = false;
  ada.write("unterwegs ");
  await clock.pass(300);
  ada.write("noch ");
  await clock.pass(2000);
  expect(ada.copy.store.get()).toMatchObject({ isUnsaved: true, isOffline: true });
  server.isReachable = true;
  await clock.pass(4000);
  expect(server.text()).toBe("noch unterwegs ");
  expect(ada.copy.store.get()).toMatchObject({ isUnsaved: false, isOffline: false });
});

it("goes back to what everybody has when it is refused, and says why", async () => {
  const ada = await opened();
  ada.write("bleibt");
  await clock.pass(300);
  server.refusal = "frozen";
  ada.write("zu spät ");
  await clock.pass(300);
  expect(ada.copy.store.get().refusal).toBe("frozen");
  expect(ada.read()).toBe("bleibt");
});

it("gives a server that was restored everything it lacks", async () => {
  const ada = await opened();
  ada.write("eins ");
  await clock.pass(300);
  server.updates = [];
  server.refusal = "gap";
  ada.write("zwei ");
  await clock.pass(600);
  expect(server.text()).toBe("zwei eins ");
});

it("asks whether one may write when the room's rights say something new, and not otherwise", async () => {
  const { copy } = await opened();
  server.mayWrite = false;
  copy.heed(true);
  await clock.pass(10);
  expect(copy.store.get().mayWrite).toBe(true);
  copy.heed(false);
  await clock.pass(10);
  expect(copy.store.get().mayWrite).toBe(false);
});

it("sends what is left when it is closed", async () => {
  const ada = await opened();
  ada.write("gleich weg");
  ada.close();
  await clock.pass(10);
  expect(server.text()).toBe("gleich weg");
});
