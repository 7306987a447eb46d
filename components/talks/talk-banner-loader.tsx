"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { TalkBannerProps } from "@/components/talks/talk-banner";

const HINT = "plenum-has-talks=1";

type TalkBannerLoaderProps = TalkBannerProps & {
  /** Pages for one person ask in any case; cached ones only where the browser says that there are talks. */
  always: boolean;
};

/** Fetches the banner's code only for people with talks, so that it costs everybody else a few hundred bytes. */
export function TalkBannerLoader({ always, ...banner }: TalkBannerLoaderProps) {
  const [Banner, setBanner] = useState<ComponentType<TalkBannerProps>>();
  useEffect(() => {
    if (!always && !document.cookie.includes(HINT)) return undefined;
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
