"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { TalkBannerProps } from "@/components/talks/talk-banner";
import { isHinted } from "@/lib/hint-names";

/** Guests are told by the hint of their talks; who is signed in may have been asked from anywhere. */
const mayHaveTalks = () => isHinted(document.cookie, "signedIn") || isHinted(document.cookie, "hasTalks");

type TalkBannerLoaderProps = TalkBannerProps & {
  /** Pages for one person ask in any case; cached ones only where the browser says that there may be talks. */
  always: boolean;
};

/** Fetches the banner's code only for people with talks, so that it costs everybody else a few hundred bytes. */
export function TalkBannerLoader({ always, ...banner }: TalkBannerLoaderProps) {
  const [Banner, setBanner] = useState<ComponentType<TalkBannerProps>>();
  useEffect(() => {
    if (!always && !mayHaveTalks()) return undefined;
    let current = true;
    import("@/components/talks/talk-banner").then(
      (module) => {
        if (current) setBanner(() => module.TalkBanner);
      },
      () => undefined, // Without its code the page is whole all the same; the next one tries again.
    );
    return () => {
      current = false;
    };
  }, [always]);
  return Banner ? <Banner {...banner} /> : null;
}
