import { describe, expect, it, test } from "vitest";
import { castBallotInput, linesOfPoll, savePollInput } from "../schema/polls";
import {
  averageOf,
  ballotFor,
  pollState,
  seesCorrect,
  seesTally,
  shareOf,
  shownWords,
  tallyOf,
  wordKey,
} from "./polls";

const [one, two] = [new Date(1), new Date(2)];
const single = { kind: "single" as const, options: ["Ja", "Nein"] };
const several = { kind: "several" as const, options: ["Ja", "Nein", "Vielleicht"] };
const rating = { kind: "rating" as const, options: [] };
const words = { kind: "words" as const, options: [] };

test("a poll is what its instants say", () => {
  expect(pollState({ openedAt: null, closedAt: null })).toBe("draft");
  expect(pollState({ openedAt: one, closedAt: null })).toBe("open");
  expect(pollState({ openedAt: one, closedAt: two })).toBe("closed");
});

test("what is right is told to nobody while somebody can still answer", () => {
  const open = { openedAt: one, closedAt: null, sharedAt: two };
  expect([seesTally(open, false), seesCorrect(open, false), seesCorrect(open, true)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(seesCorrect({ ...open, closedAt: two }, false)).toBe(true);
  const kept = { openedAt: one, closedAt: two, sharedAt: null };
  expect([seesTally(kept, false), seesCorrect(kept, false), seesTally(kept, true)]).toEqual([
    false,
    false,
    true,
  ]);
});

describe("an answer fits its question", () => {
  it.each([
    [single, [1], [1]],
    [single, [1, 1], [1]],
    [single, [0, 1], undefined],
    [single, [2], undefined],
    [single, [], undefined],
    [several, [2, 0, 2], [0, 2]],
    [several, [3], undefined],
    [rating, [5], [5]],
    [rating, [0], undefined],
    [rating, [6], undefined],
    [rating, [1, 2], undefined],
  ] as const)("%o takes %o as %o", (poll, picks, expected) => {
    expect(ballotFor(poll, { picks, words: ["x"] })?.picks).toEqual(expected);
  });

  it("words are one each, whatever their spelling, and no choices come along", () => {
    const ballot = ballotFor(words, { picks: [1], words: ["Mut", "mut!", "Zeit"] });
    expect(ballot).toEqual({ picks: [], words: ["mut!", "Zeit"] });
    expect(ballotFor(words, { picks: [1], words: [] })).toBeUndefined();
    expect(ballotFor(single, { picks: [1], words: ["x"] })).toEqual({ picks: [1], words: [] });
  });
});

describe("a result", () => {
  const ballot = (...picks: number[]) => ({ picks, words: [] });
  it("counts people and what they chose", () => {
    const counted = tallyOf(several, [ballot(0, 2), ballot(2), ballot(1)]);
    expect(counted).toEqual({ people: 3, counts: [1, 1, 2], words: [] });
    expect(tallyOf(rating, [ballot(1), ballot(5), ballot(5)]).counts).toEqual([1, 0, 0, 0, 2]);
    expect(tallyOf(single, [])).toEqual({ people: 0, counts: [0, 0], words: [] });
  });

  it("counts spellings of a word together, the most common way first", () => {
    const said = (...given: string[]) => ({ picks: [], words: given });
    const counted = tallyOf(words, [said("Mut", "Zeit"), said("mut"), said("„Mut“"), said("Mut")]);
    expect(counted.words).toEqual([
      { key: "mut", word: "Mut", count: 4 },
      { key: "zeit", word: "Zeit", count: 1 },
    ]);
    expect(counted.people).toBe(4);
  });

  it.each([" WERBUNG! ", "„Werbung“ !", "#werbung", "Wer\u00adbung", "Wer\u200bbung", "W\ufe0ferbung\u2060"])(
    "takes %o for the word that a host has hidden",
    (spelling) => {
      expect(wordKey(spelling)).toBe(wordKey("Werbung"));
    },
  );

  it("takes capitals for the letters they stand for, and leaves what is nothing but signs", () => {
    expect(wordKey("STRASSENLÄRM")).toBe(wordKey("Straßenlärm"));
    expect([wordKey("!!!"), wordKey("?")]).toEqual(["!!!", "?"]);
    expect(wordKey("C#")).not.toBe(wordKey("C"));
  });

  it("hides a word from everybody but hosts", () => {
    const all = [
      { key: "mut", word: "Mut", count: 2 },
      { key: "werbung", word: "Werbung", count: 1 },
    ];
    const hidden = [wordKey(" WERBUNG! ")];
    expect(shownWords(all, { hidden, isManager: false })).toEqual([{ word: "Mut", count: 2, hidden: false }]);
    expect(shownWords(all, { hidden, isManager: true })).toHaveLength(2);
  });

  it("says an average, and shares of those who answered", () => {
    expect(averageOf([0, 0, 0, 1, 2])).toBe(4.7);
    expect(averageOf([0, 0, 0, 0, 0])).toBeNull();
    expect([shareOf(1, 3), shareOf(0, 0)]).toEqual([33, 0]);
  });
});

describe("a poll as it is typed", () => {
  const eventId = "evt_00000000";
  const typed = (kind: string, answers: string, question = "Wie?") =>
    savePollInput.safeParse({ eventId, kind, question, answers });
  const refused = (kind: string, answers: string, question?: string) =>
    typed(kind, answers, question).error?.issues.map(({ message }) => message);

  it("has one answer a line, and a star before those that are right", () => {
    const poll = typed("single", " Ja \n\n* Nein\n*Vielleicht").data;
    expect(poll).toMatchObject({ options: ["Ja", "Nein", "Vielleicht"], correct: [1, 2] });
    expect(poll && linesOfPoll(poll)).toBe("Ja\n* Nein\n* Vielleicht");
  });

  it.each([
    ["single", "Ja", undefined, ["two_options"]],
    ["single", "Ja\n* Ja", undefined, ["option_twice"]],
    ["several", Array.from({ length: 11 }, (_, n) => n).join("\n"), undefined, ["too_many"]],
    ["single", `Ja\n${"x".repeat(121)}`, undefined, ["too_long"]],
    ["rating", "schlecht", undefined, ["two_ends"]],
    ["rating", "schlecht\n* gut", undefined, ["two_ends"]],
    ["single", "Ja\nNein", "\u200b", ["required"]],
    ["mood", "Ja\nNein", undefined, ["invalid"]],
  ] as const)("%s with %j is refused", (kind, answers, question, expected) => {
    expect(refused(kind, answers, question)).toEqual(expected);
  });

  it("of a rating keeps what its ends mean, of words nothing", () => {
    expect(typed("rating", "").data?.options).toEqual([]);
    expect(typed("rating", "gar nicht\nganz").data?.options).toEqual(["gar nicht", "ganz"]);
    expect(typed("words", "Ja\nNein").data).toMatchObject({ options: [], correct: [] });
  });

  it("S59: words are short and few, and none is only marks", () => {
    const given = (...said: string[]) =>
      castBallotInput.safeParse({ eventId, pollId: "pol_00000000", words: said });
    expect(given("Mut", "\u200b", `Z${"\u0308".repeat(1_000)}`).data?.words).toHaveLength(2);
    expect(given("x".repeat(41)).success).toBe(false);
    expect(given("a", "b", "c", "d").success).toBe(false);
  });
});
