"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { UnplacedWish } from "@/domain/matchmaking/labels";
import { UnplacedBrowser, type UnplacedFile } from "./unplaced-browser";
import { UnplacedLine } from "./unplaced-line";

type Named = { nameOf: (personId: string) => string };

const FIRST = 3;

/** The first few of them, and behind a press all, to be searched and taken along. */
export function UnplacedList({
  unplaced,
  nameOf,
  file,
}: Named & { unplaced: readonly UnplacedWish[]; file: UnplacedFile }) {
  const t = useTranslations("plan.desk");
  const [isOpen, open] = useState(false);
  return (
    <div className="stack gap-2">
      <h3 className="small strong">{t("unplacedTitle", { count: unplaced.length })}</h3>
      {isOpen ? (
        <UnplacedBrowser {...{ unplaced, nameOf, file }} hasSearch />
      ) : (
        <>
          <ul className="pwishes">
            {unplaced.slice(0, FIRST).map((wish) => (
              <li key={`${wish.a} ${wish.b}`}>
                <UnplacedLine wish={wish} nameOf={nameOf} />
              </li>
            ))}
          </ul>
          <span>
            <Button size="sm" onClick={() => open(true)}>
              {t("allUnplaced", { count: unplaced.length })}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}
