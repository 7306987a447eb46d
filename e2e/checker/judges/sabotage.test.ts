import { describe, expect, it } from "vitest";
import { judge } from "./judge";
import { controlOf, sabotages } from "./sabotage";
import { soundRun } from "./sound-run";
import { noTalks } from "./talks/sound-talks";

describe("the negative control of the judges", () => {
  it.each(Object.keys(sabotages))("%s is broken by its sabotage, and held before", (promise) => {
    const said = (evidence: typeof soundRun) =>
      judge(evidence).find((one) => one.promise === promise)?.violations;
    const doctored = sabotages[promise]?.(soundRun);
    if (!doctored) throw new Error("a sound run gives something to break");
    expect(said(soundRun)).toEqual([]);
    expect(said(doctored)).not.toEqual([]);
  });

  it("hears every judge on a sound run", () => {
    expect(controlOf(soundRun)).toEqual(Object.keys(sabotages).map((promise) => ({ promise })));
  });

  it("notices a judge that is deaf, or that says the same of everything", () => {
    const deaf = () => judge(soundRun).map(({ promise }) => ({ promise, violations: [] }));
    const stubborn = () => judge(soundRun).map(({ promise }) => ({ promise, violations: ["always"] }));
    for (const judged of [deaf, stubborn])
      expect(controlOf(soundRun, judged).map(({ problem }) => problem)).toEqual(
        Object.keys(sabotages).map(() => "its judge noticed nothing"),
      );
  });

  it("says so when a run gives nothing to break", () => {
    const empty = { ...soundRun, registrations: [], facts: [], mails: [], talks: noTalks };
    expect(controlOf(empty).map(({ problem }) => problem)).toEqual(
      Object.keys(sabotages).map(() => "the run gave nothing to break"),
    );
  });
});
