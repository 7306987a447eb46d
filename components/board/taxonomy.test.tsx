import { expect, it, vi } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { builtIn } from "@/domain/board/labels";
import type { OfficeTag } from "./board-words";
import { Taxonomy } from "./taxonomy";

vi.mock("@/actions/board", () => ({
  addTagAction: vi.fn(),
  changeTagAction: vi.fn(),
  mergeTagsAction: vi.fn(),
  retireTagAction: vi.fn(),
}));

const tagOf = (nth: number): OfficeTag => ({
  ...{ tag: `thema-${nth}`, labelDe: `Thema ${nth}`, labelEn: `Topic ${nth}`, synonyms: [] },
  ...{ field: builtIn[0]?.id ?? "", mergedInto: null, retiredAt: null, eventId: null, event: null },
});
const pageOf = (tags: readonly OfficeTag[]) =>
  markupOf(<Taxonomy networkId="net_1" tags={tags} events={[]} locale="de" />);
const some = (count: number) => Array.from({ length: count }, (_, nth) => tagOf(nth));
const optionsIn = (page: string) => page.split("<option").length - 1;

it("grows with the topics, not with their square", () => {
  const [few, twice] = [optionsIn(pageOf(some(40))), optionsIn(pageOf(some(80)))];
  expect(twice - few).toBe(2 * 40);
});

it("offers each topic to be merged into another, those that already were left out", () => {
  const page = pageOf([...some(2), { ...tagOf(3), mergedInto: "thema-1" }]);
  for (const name of ["tag", "into"]) expect(page).toMatch(new RegExp(`<select[^>]* name="${name}"`));
  expect(page.split('value="thema-1"').length - 1).toBeGreaterThanOrEqual(2);
  expect(page).not.toContain('<option value="thema-3">');
});
