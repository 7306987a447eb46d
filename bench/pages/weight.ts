import { addressOf, openBrowser } from "../kit/browser";

export type Weight = {
  html: number;
  js: number;
  css: number;
  other: number;
  total: number;
  requests: number;
};

const TAG = /<(script|link|img)\b[^>]*>/gi;

/** What a browser fetches for the first view, as the page's own tags say: scripts, styles, preloads, icons, images. */
function assetsOf(html: string): string[] {
  const found = [...html.matchAll(TAG)].flatMap(([tag]) => {
    const isHint = /\srel="(canonical|alternate|dns-prefetch|preconnect|manifest|prefetch|next|prev)"/i.test(
      tag,
    );
    const isOldBrowsers = /\snomodule/i.test(tag) || /\sloading="lazy"/i.test(tag);
    const url = /\s(?:src|href)="([^"]+)"/i.exec(tag)?.[1];
    return url && !isHint && !isOldBrowsers && !url.startsWith("data:") ? [url.replace(/&amp;/g, "&")] : [];
  });
  return [...new Set(found)];
}

const kindOf = (type: string | undefined): "js" | "css" | "other" => {
  if (type?.includes("javascript")) return "js";
  return type?.includes("css") ? "css" : "other";
};

/**
 * Bytes of the first view of a page, compressed as they travel; `gzip` alone to compare two servers of which only
 * one knows better. Throws when a part of the page can't be had.
 */
export async function weightOf(base: string, path: string, encoding = "br, gzip"): Promise<Weight> {
  const browser = openBrowser(base, addressOf(1));
  const compressed = { "accept-encoding": encoding };
  const html = (await browser.get(path, compressed)).bytes;
  const { body } = await browser.get(path);
  const weight: Weight = { html, js: 0, css: 0, other: 0, total: html, requests: 1 };
  for (const url of assetsOf(body)) {
    const { status, headers, bytes } = await browser.get(url, compressed);
    if (status !== 200) throw new Error(`a part of the page answered ${status}`);
    weight[kindOf(headers["content-type"])] += bytes;
    weight.total += bytes;
    weight.requests += 1;
  }
  browser.close();
  return weight;
}
