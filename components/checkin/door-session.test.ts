import { describe, expect, it } from "vitest";
import type { DoorAnswer } from "@/domain/attendance/schema";
import { type DoorLine, type Reply, replyOf } from "./door-line";
import { DoorSession, undoableOf } from "./door-session";
import type { DoorPerson } from "./find-people";
import { type Box, OfflineQueue, type Waiting } from "./offline-queue";

const NINE = Date.parse("2027-03-31T09:00:00Z");
const iso = (minutes: number) => new Date(NINE + minutes * 60_000).toISOString();

const ada: DoorPerson = {
  id: "reg_0123456789",
  name: "Ada Beispiel",
  organisation: "Werk Nord",
  standing: "welcome",
  arrival: null,
};
const CODE = "P101234567890123456789ABCDEF0123";

function memory(): Box & { texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}

/** A server behind a line that can be cut: remembers keys as the real one does, and lets everybody in once. */
function server() {
  const inside = new Map<string, string>();
  const answers = new Map<string, Reply>();
  const sent: Waiting[] = [];
  const ways = { cut: false, answerLost: false, refuse: "", known: true };
  const answered = (entry: Waiting): Reply => {
    if (ways.refuse) return { kind: "refused", reason: ways.refuse, registrationId: ada.id };
    const at = entry.body.scannedAt ?? "";
    const before = inside.get(ada.id);
    inside.set(ada.id, before ?? at);
    const { id: registrationId, name, organisation } = ada;
    const state: DoorAnswer["state"] = before ? "already" : "in";
    return { kind: "answer", answer: { state, at: before ?? at, registrationId, name, organisation } };
  };
  const line: DoorLine = {
    send: async (entry) => {
      if (ways.cut) return { kind: "later" };
      if (!ways.known) return { kind: "signed_out" };
      sent.push(entry);
      const reply = answers.get(entry.key) ?? answered(entry);
      answers.set(entry.key, reply);
      return ways.answerLost ? { kind: "later" } : reply;
    },
    undo: async ({ registrationId, at }) => {
      if (ways.cut) return "failed";
      if (inside.get(registrationId) !== at) return "changed";
      inside.delete(registrationId);
      return "undone";
    },
    people: async () => (ways.cut ? undefined : { now: iso(0), walkIns: 1, people: [ada] }),
  };
  return { line, ways, inside, sent };
}

type Parts = { now?: string; box?: Box; back?: ReturnType<typeof server>; people?: DoorPerson[] };

function door(parts: Parts = {}) {
  const back = parts.back ?? server();
  const box = parts.box ?? memory();
  const time = { at: NINE };
  let keys = 0;
  const session = new DoorSession({
    line: back.line,
    queue: new OfflineQueue(box, "evt_0123456789"),
    clock: () => time.at,
    newKey: () => `key-${++keys}`,
    people: { now: parts.now ?? iso(0), walkIns: 0, people: parts.people ?? [ada] },
  });
  const shown = () => session.state().shown;
  const undo = async () => {
    const last = shown();
    const entry = last && undoableOf(last);
    if (!entry) throw new Error("there is nothing to take back");
    await session.undo(entry);
  };
  return { session, shown, undo, back, box, time, pass: (minutes: number) => (time.at += minutes * 60_000) };
}

describe("a door with a connection", () => {
  it("shows who came in, and since when they have been in", async () => {
    const { session, shown, pass } = door();
    await session.letIn({ code: CODE });
    expect(shown()).toMatchObject({ state: "in", name: "Ada Beispiel", at: iso(0) });
    pass(40);
    await session.letIn({ code: CODE });
    expect(shown()).toMatchObject({ state: "already", at: iso(0) });
    expect(session.state()).toMatchObject({ waiting: 0, connection: "ok" });
    expect(session.state().people[0]?.arrival).toEqual({ at: iso(0), how: "door" });
  });

  it("keeps the last answers about people, newest first, with those the page came with", async () => {
    const zoe: DoorPerson = {
      ...ada,
      id: "reg_zoezoezoe",
      name: "Zoë",
      arrival: { at: iso(-5), how: "door" },
    };
    const { session } = door({ people: [ada, zoe] });
    await session.letIn({ code: CODE });
    await session.letIn({ code: "https://example.org/menu" });
    await session.letIn({ code: CODE });
    expect(session.state().recent.map(({ name, state }) => [name, state])).toEqual([
      ["Ada Beispiel", "already"],
      ["Ada Beispiel", "in"],
      ["Zoë", "in"],
    ]);
  });

  it("counts who came without having registered", async () => {
    const { session } = door();
    await session.letIn({ name: "Ines", email: "ines@example.org" });
    expect(session.state().walkIns).toBe(1);
  });

  it("asks nobody about a code that is none of ours", async () => {
    const { session, shown, back } = door();
    await session.letIn({ code: "https://example.org/menu" });
    expect(shown()).toMatchObject({ state: "refused", reason: "unknown_code" });
    expect(back.sent).toEqual([]);
  });

  it("says the name with a refusal", async () => {
    const { session, shown, back } = door();
    back.ways.refuse = "on_waiting_list";
    await session.letIn({ code: CODE });
    expect(shown()).toMatchObject({ state: "refused", reason: "on_waiting_list", name: "Ada Beispiel" });
  });

  it("tells the time of the server, whatever this machine thinks", async () => {
    const { session, back } = door({ now: iso(180) });
    await session.letIn({ code: CODE });
    expect(back.sent[0]?.body.scannedAt).toBe(iso(180));
    await session.refresh();
    await session.letIn({ registrationId: ada.id });
    expect(back.sent[1]?.body).toEqual({ registrationId: ada.id, scannedAt: iso(0) });
  });

  it("takes back what it did, and says when another door was quicker", async () => {
    const { session, shown, undo, back } = door();
    await session.letIn({ code: CODE });
    back.inside.set(ada.id, iso(3));
    await undo();
    expect(shown()).toMatchObject({ state: "changed" });
    back.inside.clear();
    await session.letIn({ code: CODE });
    await undo();
    expect(shown()).toMatchObject({ state: "out", name: "Ada Beispiel" });
    expect(session.state().people[0]?.arrival).toBeNull();
  });
});

describe("a door without a connection", () => {
  it("notes who came and when, by name, and tells it in order once it can", async () => {
    const { session, shown, back, pass } = door();
    back.ways.cut = true;
    await session.letIn({ code: CODE });
    expect(shown()).toMatchObject({ state: "noted", name: "Ada Beispiel", at: iso(0) });
    pass(5);
    await session.letIn({ name: "Ben Beispiel", email: "ben@example.org" });
    expect(shown()).toMatchObject({ state: "noted", name: "Ben Beispiel" });
    expect(session.state()).toMatchObject({ waiting: 2, connection: "offline" });
    pass(30);
    back.ways.cut = false;
    await session.replay();
    expect(back.sent.map(({ path, body }) => [path, body.scannedAt])).toEqual([
      ["", iso(0)],
      ["/walk-in", iso(5)],
    ]);
    expect(session.state()).toMatchObject({ waiting: 0, connection: "ok", late: [] });
  });

  it("knows from its own list that somebody is in already", async () => {
    const { session, shown, back, pass } = door();
    back.ways.cut = true;
    await session.letIn({ code: CODE });
    pass(7);
    await session.letIn({ code: CODE });
    expect(shown()).toMatchObject({ state: "already", at: iso(0) });
  });

  it.each(["on_waiting_list", "offer_not_taken", "not_decided"] as const)(
    "notes nobody whom its own list knows to have no seat: %s",
    async (standing) => {
      const { session, shown, back } = door({ people: [{ ...ada, standing }] });
      back.ways.cut = true;
      await session.letIn({ code: CODE });
      expect(shown()).toMatchObject({ state: "refused", reason: standing, name: "Ada Beispiel" });
      expect(session.state()).toMatchObject({ waiting: 0, connection: "offline" });
      expect(session.state().people[0]?.arrival).toBeNull();
    },
  );

  it("keeps what it noted over a reload", async () => {
    const { session, box, back } = door();
    back.ways.cut = true;
    await session.letIn({ code: CODE });
    const again = door({ box, back });
    again.session.wake();
    expect(again.session.state().waiting).toBe(1);
    back.ways.cut = false;
    await again.session.replay();
    expect(back.sent).toMatchObject([{ key: "key-1", body: { code: CODE, scannedAt: iso(0) } }]);
  });

  it("does one thing once, although the answer was lost on its way", async () => {
    const { session, back, pass } = door();
    back.ways.answerLost = true;
    await session.letIn({ code: CODE });
    pass(1);
    back.ways.answerLost = false;
    await session.replay();
    expect(new Set(back.sent.map(({ key, body }) => `${key} ${JSON.stringify(body)}`)).size).toBe(1);
    expect([back.sent.length, back.inside.size, session.state().waiting]).toEqual([2, 1, 0]);
  });

  it("says aloud whom the server then refused", async () => {
    const { session, back } = door();
    back.ways.cut = true;
    await session.letIn({ code: CODE });
    Object.assign(back.ways, { cut: false, refuse: "registration_cancelled" });
    await session.replay();
    expect(session.state().late).toMatchObject([{ name: "Ada Beispiel", reason: "registration_cancelled" }]);
    expect(session.state().waiting).toBe(0);
  });

  it("takes back what only it knows of, and asks the server for what was told meanwhile", async () => {
    const { session, shown, undo, back } = door();
    back.ways.cut = true;
    await session.letIn({ code: CODE });
    await undo();
    expect([shown()?.state, session.state().waiting]).toEqual(["out", 0]);
    await session.letIn({ code: CODE });
    back.ways.cut = false;
    await session.replay();
    expect(back.inside.size).toBe(1);
    await undo();
    expect([shown()?.state, back.inside.size]).toEqual(["out", 0]);
  });

  it("loses nothing when the sign-in is over", async () => {
    const { session, back } = door();
    back.ways.known = false;
    await session.letIn({ code: CODE });
    expect(session.state()).toMatchObject({ waiting: 1, connection: "signed_out" });
    back.ways.known = true;
    await session.replay();
    expect(session.state()).toMatchObject({ waiting: 0, connection: "ok" });
  });

  it("admits it when this browser keeps nothing", async () => {
    const full: Box = {
      ...memory(),
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    const { session, shown, back } = door({ box: full });
    back.ways.cut = true;
    await session.letIn({ code: CODE });
    expect(shown()).toMatchObject({ state: "lost", name: "Ada Beispiel" });
  });
});

describe("the queue", () => {
  it("takes whatever stands in its place for empty when it did not write it", () => {
    const box = memory();
    for (const text of ["", "{", '{"a":1}', '[{"key":1}]', "null"]) {
      box.setItem("plenum.check-in.evt_0123456789", text);
      expect(new OfflineQueue(box, "evt_0123456789").list()).toEqual([]);
    }
  });
});

describe("what an answer means", () => {
  const answer = { state: "in", registrationId: ada.id, at: iso(0), name: "Ada", organisation: "" };
  const refused = (reason: string) => ({ failure: { kind: "conflict", reason } });
  it.each([
    [200, answer, "answer"],
    [409, refused("other_event"), "refused"],
    [404, refused("unknown_code"), "refused"],
    [404, refused("missing"), "signed_out"],
    [403, refused("foreign_origin"), "signed_out"],
    [503, refused("try_again"), "later"],
    [500, refused("internal"), "later"],
    [502, "<html>", "later"],
    [200, "<html>captive portal</html>", "later"],
  ] as const)("%i with %j: %s", (status, body, kind) => {
    expect(replyOf(status, body).kind).toBe(kind);
  });
});
