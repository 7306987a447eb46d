"use client";

import { useMemo } from "react";
import { usePicks } from "@/components/room/picks-context";
import type { TileFacts } from "@/components/room/tile-facts";
import { useSpotlight } from "@/components/room/use-calls";
import { useMainTile } from "@/components/room/use-main-tile";
import { useStage } from "@/components/room/use-stage";
import { useTiles } from "@/components/room/use-tiles";
import type { StageScene } from "@/domain/rooms/schema/run";
import { type Scene, sceneOf, stripOf } from "@/realtime/tiles";

export type SceneNow = {
  view: Scene["view"];
  stageEvent: boolean;
  /** Screens first, then people in their order. */
  tiles: readonly TileFacts[];
  /** What is large, or would be where there is place for one only. */
  main: TileFacts | undefined;
  /** Everything else, whom the hosts show and whom one has pinned first. */
  beside: readonly TileFacts[];
};

/** The newest screen, where hosts have turned everybody to what is shared; a video has the whole place. */
const calledBy = (scene: StageScene | undefined, screens: readonly TileFacts[]): TileFacts | undefined =>
  scene === "share" || scene === "video" ? screens.at(-1) : undefined;

/** What there is to see in this room now, and what of it is large. */
export function useScene(): SceneNow {
  const { people, screens, stageEvent } = useTiles();
  const { wish, calls } = usePicks();
  const spotlight = useSpotlight();
  const hosts = useStage()?.scene;
  const speaker = useMainTile(people);
  return useMemo(() => {
    const tiles = [...screens, ...people];
    const called = calledBy(hosts, screens);
    // What one has pinned for oneself is one's own choice, and wins.
    if (called && wish.pinned === null) {
      const rest = hosts === "video" ? [] : tiles.filter(({ id }) => id !== called.id);
      return { view: "large", stageEvent, tiles, main: called, beside: rest };
    }
    const byId = new Map(tiles.map((tile) => [tile.id, tile]));
    const here = [...byId.keys()];
    const scene = sceneOf({ wish, calls, stageEvent, here });
    const large = scene.view === "large" ? byId.get(scene.tile) : undefined;
    const main = large ?? speaker;
    const strip = stripOf(here, { large: main?.id, first: [wish.pinned, spotlight] });
    // A call for a tile that is not here yet leaves everything as it is.
    const view = scene.view === "large" && !large ? "grid" : scene.view;
    return { view, stageEvent, tiles, main, beside: strip.flatMap((id) => byId.get(id) ?? []) };
  }, [people, screens, stageEvent, wish, calls, spotlight, speaker, hosts]);
}
