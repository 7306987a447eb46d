/** The four ways in which every surface is looked at. */
export const views = [
  { name: "1280-de", prefix: "", locale: "de-DE", viewport: { width: 1280, height: 800 } },
  { name: "1280-en", prefix: "/en", locale: "en-GB", viewport: { width: 1280, height: 800 } },
  { name: "390-de", prefix: "", locale: "de-DE", viewport: { width: 390, height: 844 } },
  { name: "390-en", prefix: "/en", locale: "en-GB", viewport: { width: 390, height: 844 } },
] as const;
