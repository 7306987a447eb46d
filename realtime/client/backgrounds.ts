/** What stands behind a person: their room, their room out of focus, or one of our own pictures. */
export const backgrounds = ["none", "blur", "shelf", "window", "dusk"] as const;
export type Background = (typeof backgrounds)[number];

/** Where a background's picture lies; none for those that are none. */
export const pictureOf = (background: Background): string | null =>
  background === "none" || background === "blur" ? null : `/backgrounds/${background}.svg`;
