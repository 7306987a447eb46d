/** `rfc4180` for programs; `excel` is what a German Excel opens with a double click. */
export const csvFormats = ["rfc4180", "excel"] as const;
export type CsvFormat = (typeof csvFormats)[number];
