import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { fail } from "@/lib/result";
import { EntryForm } from "./entry-form";

it.each([
  ["de", "Themen: Wählen Sie mindestens ein Thema."],
  ["en", "Topics: Choose at least one topic."],
] as const)("a refused entry calls its topics what the form calls them: %s", (locale, said) => {
  const { failure } = fail("invalid", "invalid", { fields: { tags: ["choose_tag"] } });
  const html = markupOf(
    <EntryForm
      {...{ action: "/", series: { id: "ser_1", slug: "woche" }, fields: [], isOffice: false }}
      {...{ networks: [], events: [], organisation: "", until: "2027-03-01", me: "per_1", locale }}
      refused={{ entered: {}, lists: {}, failure }}
    />,
    locale,
  );
  expect(html).toContain(said);
});
