"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { aboutPlenum } from "@/realtime/client/findings";
import { probePlenum } from "@/realtime/client/plenum-probe";

const WORDS = { plenum_good: "good", plenum_slow: "slow", plenum_away: "away" } as const;
type Word = (typeof WORDS)[keyof typeof WORDS];

/** How quickly Plenum answers this browser before one enters: a dot and a word. The technical test says more. */
export function NetworkDot() {
  const t = useTranslations("room.network");
  const [word, setWord] = useState<Word | "asking">("asking");
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const { reason } = aboutPlenum(await probePlenum());
      const known = Object.entries(WORDS).find(([name]) => name === reason);
      if (!isGone && known) setWord(known[1]);
    };
    void look();
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <p className="rm-network" data-network={word}>
      {t(word)}
    </p>
  );
}
