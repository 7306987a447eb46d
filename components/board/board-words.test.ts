import { expect, it } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

/** Words that mean something else beside a board: a request is the wish for a talk, and what is sought is one thing by one name. */
const others: Record<Locale, RegExp> = { de: /Anfrage|Bedarf/, en: /request/i };

it.each(locales)("calls an entry in %s by no word that means something else", (locale) => {
  const { board, talkReport } = messages[locale];
  for (const kinds of [board.kind, board.kinds, board.form.kinds])
    expect(Object.values(kinds).join()).not.toMatch(others[locale]);
  expect(talkReport.entriesNote).not.toMatch(others[locale]);
});

it("calls what is sought on a board what it is called in a profile", () => {
  const { board, talks, talkReport } = messages.de;
  for (const words of [
    board.title,
    board.kinds.need,
    board.form.kinds.need,
    talks.page.profile,
    talkReport.needs,
  ])
    expect(words).toContain(board.kind.need);
});
