import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { PollResult } from "./poll-result";

const rowsOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    row
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );

const poll = { kind: "single" as const, question: "Wo?", options: ["Bonn", "Berlin"] };

it("is a table with every option, its votes and its share; what is right and one's own stand there in words", () => {
  const result = { people: 3, counts: [1, 2], words: [] };
  const html = markupOf(<PollResult poll={poll} result={result} correct={[0]} picks={[1]} />);
  expect(rowsOf(html)).toEqual([
    "Antwort Stimmen Anteil",
    "Bonn richtig 1 33 %",
    "Berlin Ihre Antwort 2 67 %",
  ]);
  expect(html).toContain('<caption class="sr-only">Wo?</caption>');
  expect(html).toContain("3 Antworten");
  expect(html.match(/class="progress"[^>]*aria-hidden="true"/g)).toHaveLength(2);
});

it("of a rating says the average and what its ends mean", () => {
  const rating = { kind: "rating" as const, question: "Wie?", options: ["gar nicht", "sehr"] };
  const result = { people: 2, counts: [1, 0, 0, 1, 0], words: [] };
  const html = markupOf(<PollResult poll={rating} result={result} correct={null} />);
  expect(html).toContain("Im Durchschnitt 2,5");
  expect(rowsOf(html).slice(1)).toEqual([
    "1 · gar nicht 1 50 %",
    "2 0 0 %",
    "3 0 0 %",
    "4 1 50 %",
    "5 · sehr 0 0 %",
  ]);
});

it("words stand with their counts, and only hosts get a button to hide them", () => {
  const words = { kind: "words" as const, question: "Was?", options: [] };
  const result = {
    people: 3,
    counts: [],
    words: [
      { word: "Mut", count: 4, hidden: false },
      { word: "Werbung", count: 1, hidden: true },
    ],
  };
  const html = markupOf(<PollResult poll={words} result={result} correct={null} />);
  expect(html).toContain("4-mal");
  expect(html).not.toContain("<button");
  const forHosts = markupOf(
    <PollResult poll={words} result={result} correct={null} onHide={() => undefined} />,
  );
  expect(forHosts).toContain("„Mut“ ausblenden");
  expect(forHosts).toContain("„Werbung“ wieder zeigen");
});
