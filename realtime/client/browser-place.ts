type Browser = "chromium" | "firefox" | "safari";
type System = "windows" | "macos" | "phone" | "linux";
/** Where somebody sits, as far as the way to a permission differs. */
export type Place = Browser | System;

/** Browser and system by what the browser calls itself; only for words of help, where a wrong guess does no harm. */
export function placeOf(userAgent: string): { browser: Browser; system: System } {
  return { browser: browserOf(userAgent), system: systemOf(userAgent) };
}

function browserOf(userAgent: string): Browser {
  if (/Firefox|FxiOS/.test(userAgent)) return "firefox";
  return /Safari/.test(userAgent) && !/Chrom|CriOS|Edg/.test(userAgent) ? "safari" : "chromium";
}

function systemOf(userAgent: string): System {
  if (/Android|iPhone|iPad/.test(userAgent)) return "phone";
  if (/Windows/.test(userAgent)) return "windows";
  return /Mac OS X|Macintosh/.test(userAgent) ? "macos" : "linux";
}
