import { networkAccent } from "@/lib/color/network-accent";
import { type Oklch, toLinearRgb } from "@/lib/color/oklch";

const channel = (linear: number): string => {
  const clamped = Math.min(1, Math.max(0, linear));
  const value = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, "0");
};

/** `#rrggbb` of a colour inside sRGB. Mail programs know no oklch(). */
export const hexOf = (colour: Oklch): string => `#${toLinearRgb(colour).map(channel).join("")}`;

/** The light colours of `tokens.css` that mails use; a test holds them equal. */
export const tokens = {
  muted: { l: 0.945, c: 0.008, h: 250 },
  surface: { l: 1, c: 0, h: 0 },
  subtle: { l: 0.968, c: 0.006, h: 250 },
  border: { l: 0.905, c: 0.01, h: 250 },
  fg: { l: 0.22, c: 0.025, h: 255 },
  "fg-muted": { l: 0.45, c: 0.025, h: 255 },
  primary: { l: 0.46, c: 0.097, h: 235 },
  "primary-fg": { l: 1, c: 0, h: 0 },
} as const satisfies Record<string, Oklch>;

export const colour = {
  page: hexOf(tokens.muted),
  surface: hexOf(tokens.surface),
  subtle: hexOf(tokens.subtle),
  border: hexOf(tokens.border),
  text: hexOf(tokens.fg),
  quiet: hexOf(tokens["fg-muted"]),
  link: hexOf(tokens.primary),
  onLink: hexOf(tokens["primary-fg"]),
};

/** A network's colour, dark enough for the white letters of its mark. */
export function markColour(hex: string): string {
  const accent = networkAccent(hex);
  return accent ? hexOf(accent.light.base) : colour.link;
}
