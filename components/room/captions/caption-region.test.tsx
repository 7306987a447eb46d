import { expect, it } from "vitest";
import type { SaidLine } from "@/realtime/client/captions/caption-log";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { roomMarkup } from "../testing/room-markup";
import { CaptionRegion } from "./caption-region";

const line = (text: string, change: Partial<SaidLine> = {}): SaidLine => ({
  ...{ id: text, key: text, rev: 0, text, done: false, by: "adm_ada", name: "Ada", kind: "captions" },
  ...{ language: "en", at: Date.now() },
  ...change,
});

function markupOf(captions: SaidLine[], place: "above" | "below" = "below"): string {
  const { session } = fakeSession();
  session.store.set({ captions });
  return roomMarkup(session, <CaptionRegion place={place} />);
}

it("A13: is a region of its own, with each line in its language, and not read out word by word", () => {
  const html = markupOf([line("Good morning"), line("Hallo", { kind: "own", language: null })]);
  expect(html).toContain('<section class="rm-captions" aria-label="Untertitel"');
  expect(html).toContain('<p lang="en">Good morning</p>');
  expect(html).toContain("<b>Ada: </b>Hallo");
  expect(html).not.toContain("aria-live");
});

it("is not there while nothing is said, or in another place than was chosen", () => {
  expect(markupOf([])).not.toContain("rm-captions");
  expect(markupOf([line("Vorbei", { at: 0 })])).not.toContain("Vorbei");
  expect(markupOf([line("Hier")], "above")).not.toContain("rm-captions");
});
