import { describe, expect, it } from "vitest";
import type { CaptionLine } from "@/domain/interaction/schema/captions";
import { brokenPromises } from "../testing/caption-contract";
import type { CaptionProvider, CaptionRun } from "./provider";
import { typing } from "./typing";

it("a person who types keeps the contract", () => {
  const keys = ["W", "Wir", "Wir be", "Wir beginnen", "Wir beginnen.\n", "Guten Tag"];
  const drive = (run: ReturnType<typeof typing.start>) => {
    for (const field of keys) run.write(field);
  };
  expect(brokenPromises({ provider: typing, drive })).toEqual([]);
  expect(typing.soundGoesTo).toBe("nobody");
});

/** A recogniser as it might be one day: each word it hears makes the line longer, a pause ends it. */
interface Hearing extends CaptionRun {
  hear(word: string): void;
  pause(): void;
}
type Mistakes = Partial<{
  outside: string;
  goesOn: boolean;
  repeats: boolean;
  uncounted: boolean;
  long: boolean;
}>;

function recogniser(mistakes: Mistakes = {}): CaptionProvider<Hearing> {
  return {
    id: "recogniser",
    // A provider of that kind cannot be written down in TypeScript; somebody might still load one.
    soundGoesTo: (mistakes.outside ?? "this_installation") as "this_installation",
    start: (say) => {
      let [count, rev, words, stopped] = [0, 0, [] as string[], false];
      const tell = (done: boolean) => {
        const text = words.join(" ").repeat(mistakes.long ? 50 : 1);
        const line: CaptionLine = {
          id: `heard-line-${count}`,
          rev: mistakes.uncounted ? 0 : rev++,
          text,
          done,
        };
        say(line);
        if (done && mistakes.repeats) say({ ...line, rev: rev++ });
        if (done) [count, rev, words] = [count + 1, 0, []];
      };
      return {
        hear: (word) => {
          if (stopped && !mistakes.goesOn) return;
          words.push(word);
          tell(false);
        },
        pause: () => words.length > 0 && tell(true),
        stop: () => {
          if (words.length > 0) tell(true);
          stopped = true;
        },
      };
    },
  };
}

const drive = (run: Hearing) => {
  for (const word of ["Guten", "Morgen"]) run.hear(word);
  run.pause();
  run.hear("Alle");
};

describe("the contract for other providers", () => {
  it("can be kept by a recogniser of this installation", () => {
    expect(brokenPromises({ provider: recogniser(), drive })).toEqual([]);
  });

  it.each([
    [{ outside: "a_cloud" }, "gives the sound to nobody outside"],
    [{ goesOn: true }, "says nothing once it is stopped"],
    [{ repeats: true }, "never says a finished line again"],
    [{ uncounted: true }, "counts each line's states upwards"],
    [{ long: true }, "says lines that the server takes"],
  ] as const)("%o is found out", (mistakes, promise) => {
    expect(brokenPromises({ provider: recogniser(mistakes), drive })).toContain(promise);
  });
});
