"use client";

import { useEffect, useRef } from "react";
import { type PanelName, useRoomUi } from "@/components/room/room-ui-context";
import { usePanels } from "@/components/room/use-panels";
import { useStage } from "@/components/room/use-stage";
import type { StageScene } from "@/domain/rooms/schema/run";

const PANEL: Partial<Record<StageScene, PanelName>> = { poll: "polls", breakout: "breakouts" };

/** Opens the panel of a scene once, when hosts turn to it; whoever closes it keeps it closed. */
export function SceneFollower() {
  const { panel, togglePanel } = useRoomUi();
  const panels = usePanels();
  const scene = useStage()?.scene;
  const before = useRef(scene);
  useEffect(() => {
    const was = before.current;
    before.current = scene;
    // Who comes while a scene is on finds the panel by its button, as everything else.
    if (scene === undefined || was === undefined || was === scene) return;
    const wanted = PANEL[scene];
    if (wanted && wanted !== panel && panels.includes(wanted)) togglePanel(wanted);
  }, [scene, panel, panels, togglePanel]);
  return null;
}
