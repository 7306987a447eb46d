"use client";

import { useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";

export type ClashPair = { ids: readonly [string, string]; text: string };
type WeekClashesProps = { pairs: readonly ClashPair[]; title: string };

/** The events that are ticked in the form around. */
const tickedIn = (form: HTMLFormElement) => new Set(new FormData(form).getAll("eventIds"));

/** Says at once which of the ticked events take place at the same time; without a script the answer says it. */
export function WeekClashes({ pairs, title }: WeekClashesProps) {
  const place = useRef<HTMLDivElement>(null);
  const [clashing, setClashing] = useState<readonly ClashPair[]>([]);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const look = () => {
      const ticked = tickedIn(form);
      setClashing(pairs.filter(({ ids }) => ids.every((id) => ticked.has(id))));
    };
    look();
    form.addEventListener("change", look);
    return () => form.removeEventListener("change", look);
  }, [pairs]);
  return (
    <div ref={place} role="status">
      {clashing.length > 0 ? (
        <Notice tone="warning" title={title}>
          {clashing.map(({ ids, text }) => (
            <p key={ids.join(" ")}>{text}</p>
          ))}
        </Notice>
      ) : null}
    </div>
  );
}
