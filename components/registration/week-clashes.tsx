"use client";

import { useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type ClashPair, clashesOf, clashText, type Span } from "./clashes";

type WeekClashesProps = {
  spans: readonly Span[];
  title: string;
  /** With `{one}` and `{other}` where the titles belong. */
  text: string;
  /** With `{count}` for how many more there are. */
  more: string;
};

/** As many as are told in words: whoever ticks a whole week sees that much overlaps. */
const TOLD = 10;

/** The events that are ticked in the form around. */
const tickedIn = (form: HTMLFormElement) => new Set(new FormData(form).getAll("eventIds"));

/** Says at once which of the ticked events take place at the same time; without a script the answer says it. */
export function WeekClashes({ spans, title, text, more }: WeekClashesProps) {
  const place = useRef<HTMLDivElement>(null);
  const [clashing, setClashing] = useState<readonly ClashPair[]>([]);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const look = () => setClashing(clashesOf(spans, tickedIn(form)));
    look();
    form.addEventListener("change", look);
    return () => form.removeEventListener("change", look);
  }, [spans]);
  const left = clashing.length - TOLD;
  return (
    <div ref={place} role="status">
      {clashing.length > 0 ? (
        <Notice tone="warning" title={title}>
          {clashing.slice(0, TOLD).map((pair) => (
            <p key={`${pair.one.id} ${pair.other.id}`}>{clashText(text, pair)}</p>
          ))}
          {left > 0 ? <p>{more.replace("{count}", String(left))}</p> : null}
        </Notice>
      ) : null}
    </div>
  );
}
