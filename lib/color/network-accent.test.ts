import { describe, expect, it } from "vitest";
import { accentVariables, networkAccent } from "@/lib/color/network-accent";
import { contrast, type Oklch, toLinearRgb } from "@/lib/color/oklch";

const WHITE: Oklch = { l: 1, c: 0, h: 0 };
const INK: Oklch = { l: 0.2, c: 0.03, h: 240 };
const digits = "0123456789abcdef";
const allShort = [...digits].flatMap((r) =>
  [...digits].flatMap((g) => [...digits].map((b) => `#${r}${g}${b}`)),
);

const accents = allShort.flatMap((hex) => networkAccent(hex) ?? []);
const least = (pick: (accent: (typeof accents)[number]) => number) => Math.min(...accents.map(pick));

describe("networkAccent", () => {
  it("knows every three-digit hex colour", () => {
    expect(accents).toHaveLength(4096);
  });

  it("is readable on every surface it is used on, for all 4,096 colours", () => {
    expect(least(({ light }) => contrast(light.base, { l: 0.945, c: 0.008, h: 250 }))).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(least(({ dark }) => contrast(dark.base, { l: 0.3, c: 0.018, h: 255 }))).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it.each([
    ["white on the light button", least(({ light }) => contrast(WHITE, light.base)), 5.2],
    ["white on its hover", least(({ light }) => contrast(WHITE, light.hover)), 6.7],
    ["light soft text on its surface", least(({ light }) => contrast(light.softFg, light.soft)), 7.5],
    ["ink on the dark button", least(({ dark }) => contrast(INK, dark.base)), 5.9],
    ["ink on its hover", least(({ dark }) => contrast(INK, dark.hover)), 7.3],
    ["dark soft text on its surface", least(({ dark }) => contrast(dark.softFg, dark.soft)), 9.3],
  ])("keeps the stated contrast of %s (%d)", (_what, ratio, floor) => {
    expect(ratio).toBeGreaterThanOrEqual(floor);
  });

  it("stays inside sRGB, so that no browser clips it to another contrast", () => {
    const shades = accents.flatMap(({ light, dark }) => [...Object.values(light), ...Object.values(dark)]);
    const outside = shades.filter((colour) => toLinearRgb(colour).some((v) => v < -0.001 || v > 1.001));
    expect(outside).toEqual([]);
  });

  it.each(["", "red", "#12", "#12345", "#gggggg", "url(x)", "#fff;}"])("refuses %j", (text) => {
    expect(networkAccent(text)).toBeUndefined();
    expect(accentVariables(text)).toEqual({});
  });

  it("comes within a hundredth of the accents drawn in the mock-ups", () => {
    const accent = networkAccent("#0a6ebd");
    expect(accent?.light.base.l).toBeCloseTo(0.525, 2);
    expect(accent?.light.base.h).toBeCloseTo(250.4, 0);
    expect(accent?.dark.base.l).toBeCloseTo(0.67, 2);
    expect(accentVariables("#0a6ebd")["--net-dark-soft-fg"]).toBe("oklch(0.880 0.060 250.4)");
  });
});
