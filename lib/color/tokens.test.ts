import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, type Oklch } from "@/lib/color/oklch";

const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");

/** The opaque colours declared in one block of tokens.css; a `var()` is followed inside the same block. */
function coloursOf(selector: string): Map<string, Oklch> {
  const start = css.indexOf(`\n${selector} {`);
  const block = css.slice(start, css.indexOf("\n}", start));
  const found = new Map<string, Oklch>();
  for (const [, name, l, c, h] of block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g)) {
    if (name) found.set(name, { l: Number(l), c: Number(c), h: Number(h) });
  }
  for (const [, name, source] of block.matchAll(/--([\w-]+): var\(--([\w-]+)\);/g)) {
    const colour = source && found.get(source);
    if (name && colour) found.set(name, colour);
  }
  return found;
}

const SURFACES = ["bg", "surface", "subtle", "muted"];
const TEXTS = ["fg", "fg-muted", "fg-subtle", "primary", "match", "success", "warning", "danger"];
const FILLS = [
  ["primary-fg", "primary"],
  ["primary-fg", "primary-hover"],
  ["primary-soft-fg", "primary-soft"],
  ["match-fg", "match"],
  ["match-fg", "match-hover"],
  ["match-soft-fg", "match-soft"],
  ["danger-solid-fg", "danger-solid"],
  ["danger-solid-fg", "danger-solid-hover"],
  ["live-fg", "live"],
  ["success", "success-soft"],
  ["warning", "warning-soft"],
  ["danger", "danger-soft"],
] as const;

describe.each([":root", ".dark", ".room"])("colours of %s", (selector) => {
  const colours = coloursOf(selector);
  const ratio = (text: string, surface: string) => {
    const [one, other] = [colours.get(text), colours.get(surface)];
    if (!one || !other) throw new Error(`${selector} has no ${one ? surface : text}`);
    return contrast(one, other);
  };

  it.each(TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    "%s reads on %s",
    (text, surface) => expect(ratio(text, surface)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(FILLS)("%s reads on %s", (text, fill) => expect(ratio(text, fill)).toBeGreaterThanOrEqual(4.5));

  it.each(["bg", "surface"])("the edge of a control and the focus ring show on %s", (surface) => {
    expect(ratio("border-input", surface)).toBeGreaterThanOrEqual(3);
    expect(ratio("focus", surface)).toBeGreaterThanOrEqual(3);
  });

  it.each(["chart-1", "chart-2", "chart-3", "chart-4", "chart-5"])("%s shows on the page", (chart) => {
    expect(ratio(chart, "bg")).toBeGreaterThanOrEqual(3);
    expect(ratio(chart, "surface")).toBeGreaterThanOrEqual(3);
  });
});
