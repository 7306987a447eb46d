import "server-only";
import type { Metadata } from "next";
import { origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** Pixels of the picture that a shared link shows. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

type Shared = { path: string; locale: Locale; title: string; description?: string };

/** What a page says of itself to whoever shares a link to it; its picture stands at its own address with `.png`. */
export function shareData({ path, locale, title, description }: Shared) {
  const url = `${origin()}${href(locale, path)}`;
  const images = [{ url: `${url}.png`, ...PICTURE_SIZE, type: "image/png", alt: title }];
  return {
    openGraph: { type: "website", url, title, description, locale, images },
    twitter: { card: "summary_large_image" },
  } satisfies Metadata;
}
