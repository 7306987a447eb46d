import { describe, expect, it } from "vitest";
import {
  asksTooMuch,
  keptFromEditing,
  mayTurn,
  type QuestionRow,
  type QuestionState,
  questionsFor,
  stateWhenAsked,
  type Viewer,
} from "./questions";

const STATES = ["waiting", "new", "on_air", "answered", "dismissed", "withdrawn"] as const;

const row = (values: Partial<QuestionRow> = {}): QuestionRow => ({
  state: "new",
  ...{ id: "q", text: "Wann ist Pause?", answer: null, authorId: "ada", isHall: false },
  ...{
    isAnonymous: false,
    name: "Ada",
    mergedIntoId: null,
    isPinned: false,
    isEdited: false,
    isStopped: false,
  },
  ...{ at: new Date(0), votes: 2, hallVotes: 1 },
  ...values,
});
const viewer = (values: Partial<Viewer> = {}): Viewer => ({
  isHost: false,
  id: "ben",
  voted: new Set(),
  ...values,
});
const host = viewer({ isHost: true, id: "host" });
const author = viewer({ id: "ada" });
const onlooker = viewer({ id: null });

describe("who sees a question", () => {
  it.each([
    ["waiting", { others: 0, author: 1, hosts: 1 }],
    ["new", { others: 1, author: 1, hosts: 1 }],
    ["on_air", { others: 1, author: 1, hosts: 1 }],
    ["answered", { others: 1, author: 1, hosts: 1 }],
    ["dismissed", { others: 0, author: 1, hosts: 1 }],
    ["withdrawn", { others: 0, author: 0, hosts: 0 }],
  ] as const)("%s", (state, expected) => {
    const count = (who: Viewer) => questionsFor([row({ state })], who).length;
    expect({ others: count(viewer()), author: count(author), hosts: count(host) }).toEqual(expected);
    expect(count(onlooker)).toBe(expected.others);
  });
});

it("names nobody who asked without a name, to anybody and in anything that is given out", () => {
  const rows = [
    row({ id: "one", isAnonymous: true, name: "Ada Beispiel", authorId: "adm_secret" }),
    row({ id: "two", isAnonymous: true, name: "Ada Beispiel", authorId: "adm_secret", mergedIntoId: "one" }),
    row({ id: "named", name: "Ada Beispiel", authorId: "adm_secret", text: "Mit Namen" }),
  ];
  for (const who of [host, viewer(), onlooker, author]) {
    const told = JSON.stringify(questionsFor(rows.slice(0, 2), who));
    expect(told).not.toMatch(/Beispiel|adm_secret/);
    expect(JSON.stringify(questionsFor(rows, who))).not.toContain("adm_secret");
  }
  expect(questionsFor(rows, viewer()).find(({ id }) => id === "named")?.name).toBe("Ada Beispiel");
});

it("tells how many votes are from the hall, and what was merged, to hosts alone", () => {
  const rows = [row({ id: "one" }), row({ id: "two", text: "Pause?", authorId: "cem", mergedIntoId: "one" })];
  expect(questionsFor(rows, host)).toMatchObject([{ hallVotes: 1, merged: [{ id: "two", text: "Pause?" }] }]);
  expect(questionsFor(rows, viewer())).toMatchObject([{ hallVotes: 0, merged: [] }]);
  expect(questionsFor(rows, viewer({ id: "cem" }))).toMatchObject([
    { id: "one", voted: false, joined: true },
    { id: "two", mine: true, joined: false, mergedIntoId: "one" },
  ]);
});

it("tells hosts of which question they stopped whoever asked it, and not which others are of the same person", () => {
  const rows = [
    row({ id: "one", isAnonymous: true, isStopped: true }),
    row({ id: "two", isAnonymous: true }),
  ];
  expect(questionsFor(rows, host).map(({ id, stopped }) => [id, stopped])).toEqual([
    ["one", true],
    ["two", false],
  ]);
  expect(questionsFor(rows, viewer()).some(({ stopped }) => stopped)).toBe(false);
});

it("knows a vote for what was merged as one for the question that stays", () => {
  const rows = [row({ id: "one" }), row({ id: "two", authorId: "cem", mergedIntoId: "one" })];
  expect(questionsFor(rows, viewer({ voted: new Set(["two"]) }))).toMatchObject([{ id: "one", voted: true }]);
  expect(questionsFor(rows, viewer())).toMatchObject([{ voted: false, joined: false }]);
});

it("lets states follow each other as hosts and authors mean them", () => {
  const after = (from: QuestionState) => STATES.filter((to) => mayTurn(from, to)).join(" ");
  expect(Object.fromEntries(STATES.map((state) => [state, after(state)]))).toEqual({
    waiting: "new on_air answered dismissed withdrawn",
    new: "waiting on_air answered dismissed withdrawn",
    on_air: "new answered dismissed withdrawn",
    answered: "new answered dismissed",
    dismissed: "new",
    withdrawn: "",
  });
});

it("counts three a minute and ten that are open", () => {
  expect(asksTooMuch({ ages: [0, 59_999, 60_000], open: 3 })).toBeUndefined();
  expect(asksTooMuch({ ages: [0, 1, 59_999], open: 3 })).toBe("too_fast");
  expect(asksTooMuch({ ages: [], open: 9 })).toBeUndefined();
  expect(asksTooMuch({ ages: [], open: 10 })).toBe("too_many");
});

it("lets a question wait where hosts look first, but not theirs", () => {
  expect(stateWhenAsked({ isModerated: true, isHost: false })).toBe("waiting");
  expect(stateWhenAsked({ isModerated: true, isHost: true })).toBe("new");
  expect(stateWhenAsked({ isModerated: false, isHost: false })).toBe("new");
});

it("keeps words as they are on the stage and once a question is settled or merged", () => {
  const kept = (state: QuestionState, { merged = false, pinned = false } = {}) =>
    keptFromEditing({ state, mergedIntoId: merged ? "q" : null, pinnedAt: pinned ? new Date(0) : null });
  expect(STATES.map((state) => kept(state))).toEqual([
    ...[undefined, undefined, "on_stage", "settled", "settled", "settled"],
  ]);
  expect([kept("new", { pinned: true }), kept("new", { merged: true })]).toEqual(["on_stage", "settled"]);
});
