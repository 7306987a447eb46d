"use client";

import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { Tile } from "@/components/room/tile";
import type { TileFacts } from "@/components/room/tile-facts";

type TileListProps = {
  tiles: readonly TileFacts[];
  label: string;
  className: string;
  style?: CSSProperties;
  columns?: number;
  tile?: { className?: string; style?: CSSProperties; large?: boolean };
};

const STEPS: Record<string, number | undefined> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tiles whose menus are one Tab stop together: the arrow keys lead from one to the next. */
export function TileList({ tiles, label, className, style, columns, tile }: TileListProps) {
  const [last, setLast] = useState<string | null>(null);
  const reached = tiles.some(({ id }) => id === last) ? last : tiles[0]?.id;
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const { key, currentTarget, target } = event;
    const step = STEPS[key];
    const menus = [...currentTarget.querySelectorAll<HTMLElement>("[data-tile-menu]")];
    // An open menu lies elsewhere on the page and its keys are its own.
    const at = target instanceof HTMLElement ? menus.indexOf(target) : -1;
    const next = step === undefined || at < 0 ? undefined : menus[(at + step + menus.length) % menus.length];
    if (!next) return;
    event.preventDefault();
    next.focus();
    setLast(next.dataset.tileMenu ?? null);
  };
  return (
    <ul className={className} aria-label={label} style={style} data-columns={columns} onKeyDown={move}>
      {tiles.map((facts) => (
        <Tile key={facts.id} facts={facts} reached={facts.id === reached} {...tile} />
      ))}
    </ul>
  );
}
