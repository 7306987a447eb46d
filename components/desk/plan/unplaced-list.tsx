"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { UnplacedWish } from "@/domain/matchmaking/labels";
import type dePlan from "@/messages/de/plan.json";

type Reason = keyof (typeof dePlan)["unplaced"];
type Named = { nameOf: (personId: string) => string };

/** Why a wish has no place, in the planner's words. */
function useUnplacedWords() {
  const t = useTranslations("plan.unplaced");
  const other = useTranslations("plan.desk");
  const isKnown = (key: string): key is Reason => t.has(key as Reason);
  return ({ reason, values }: UnplacedWish) => (isKnown(reason) ? t(reason, values) : other("unplacedOther"));
}

/** One wish without a place. */
export function UnplacedLine({ wish, nameOf }: Named & { wish: UnplacedWish }) {
  const t = useTranslations("plan.desk");
  const words = useUnplacedWords();
  return (
    <div className="pline">
      <span className="pline__who">
        <b>{`${nameOf(wish.a)} × ${nameOf(wish.b)}`}</b>
        <small className="muted">{t(`wish.${wish.kind}`)}</small>
      </span>
      <span className="pline__why">{words(wish)}</span>
    </div>
  );
}

const FIRST = 3;

/** The first few of them, and the rest behind a press. */
export function UnplacedList({ unplaced, nameOf }: Named & { unplaced: readonly UnplacedWish[] }) {
  const t = useTranslations("plan.desk");
  const [isOpen, open] = useState(false);
  const shown = isOpen ? unplaced : unplaced.slice(0, FIRST);
  const more = unplaced.length - shown.length;
  return (
    <div className="stack gap-2">
      <h3 className="small strong">{t("unplacedTitle", { count: unplaced.length })}</h3>
      <ul className="pwishes">
        {shown.map((wish, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is the result of one run and never changes order
          <li key={`${wish.a} ${wish.b} ${at}`}>
            <UnplacedLine wish={wish} nameOf={nameOf} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Button size="sm" variant="quiet" onClick={() => open(true)}>
          {t("moreUnplaced", { count: more })}
        </Button>
      ) : null}
    </div>
  );
}
