import { clampToSrgb, contrast, type Oklch, parseHex, toOklch } from "@/lib/color/oklch";

/** The four shades of a network in one colour context, and their hover. */
export type AccentShades = { base: Oklch; hover: Oklch; soft: Oklch; softFg: Oklch };
export type NetworkAccent = { hex: string; light: AccentShades; dark: AccentShades };

/** Surfaces the accent has to be read on: `--muted` of light pages, `--control` of rooms (tokens.css). */
const LIGHT_MUTED: Oklch = { l: 0.945, c: 0.008, h: 250 };
const ROOM_CONTROL: Oklch = { l: 0.3, c: 0.018, h: 255 };
const MAX_CHROMA = 0.16;
const READABLE = 4.5;
const STEP = 0.005;

type Move = { start: Oklch; by: number; against: Oklch };

/** Moves the lightness in small steps until the colour reads on the surface. */
function untilReadable({ start, by, against }: Move): Oklch {
  let colour = clampToSrgb(start);
  while (contrast(colour, against) < READABLE && colour.l > 0 && colour.l < 1) {
    colour = clampToSrgb({ ...start, l: colour.l + by });
  }
  return colour;
}

const shade = (from: Oklch, change: { l: number; maxChroma?: number }): Oklch =>
  clampToSrgb({ ...from, l: change.l, c: Math.min(from.c, change.maxChroma ?? from.c) });

function lightShades(source: Oklch): AccentShades {
  const start = { ...source, l: Math.min(source.l, 0.62) };
  const base = untilReadable({ start, by: -STEP, against: LIGHT_MUTED });
  return {
    base,
    hover: shade(source, { l: Math.max(0, base.l - 0.06) }),
    soft: shade(source, { l: 0.95, maxChroma: 0.03 }),
    softFg: shade(source, { l: Math.min(0.4, base.l) }),
  };
}

function darkShades(source: Oklch): AccentShades {
  const start = { ...source, l: Math.max(source.l, 0.6) };
  const base = untilReadable({ start, by: STEP, against: ROOM_CONTROL });
  return {
    base,
    hover: shade(source, { l: Math.min(1, base.l + 0.06) }),
    soft: shade(source, { l: 0.3, maxChroma: 0.05 }),
    softFg: shade(source, { l: 0.88, maxChroma: 0.06 }),
  };
}

/**
 * Accent of a network from one hex colour, by the rule in tokens.css: hue kept, chroma at most 0.16, lightness
 * moved until the contrast is at least 4.5. Undefined when the text is no hex colour; then the primary is used.
 */
export function networkAccent(hex: string): NetworkAccent | undefined {
  const rgb = parseHex(hex);
  if (!rgb) return undefined;
  const { l, c, h } = toOklch(rgb);
  const source = { l, c: Math.min(c, MAX_CHROMA), h };
  return { hex: hex.startsWith("#") ? hex : `#${hex}`, light: lightShades(source), dark: darkShades(source) };
}

const css = ({ l, c, h }: Oklch) => `oklch(${l.toFixed(3)} ${c.toFixed(3)} ${h.toFixed(1)})`;

/** Custom properties of a network for a `style` attribute or a rule: `--net-hex`, `--net-light`, `--net-dark-soft`, … */
export function accentVariables(hex: string): Record<`--net-${string}`, string> {
  const accent = networkAccent(hex);
  if (!accent) return {};
  const { light, dark } = accent;
  return {
    "--net-hex": accent.hex,
    "--net-light": css(light.base),
    "--net-light-hover": css(light.hover),
    "--net-light-soft": css(light.soft),
    "--net-light-soft-fg": css(light.softFg),
    "--net-dark": css(dark.base),
    "--net-dark-hover": css(dark.hover),
    "--net-dark-soft": css(dark.soft),
    "--net-dark-soft-fg": css(dark.softFg),
  };
}
