"use client";

import { Menu } from "@base-ui/react/menu";
import { LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePicks } from "@/components/room/picks-context";
import { RoomMenu } from "@/components/room/room-menu";
import type { Layout } from "@/realtime/tiles";

const WORDS = {
  auto: "layoutAuto",
  grid: "layoutGrid",
  stage: "layoutStage",
  speaker: "layoutSpeaker",
} as const;
const LAYOUTS: readonly Layout[] = ["auto", "grid", "stage", "speaker"];

/** How the pictures are arranged on this screen. */
export function LayoutMenu() {
  const t = useTranslations("room.header");
  const { wish, chooseLayout } = usePicks();
  return (
    <RoomMenu label={t("layout")} trigger={<LayoutGrid className="icon" aria-hidden />}>
      <Menu.RadioGroup value={wish.layout} onValueChange={(value) => chooseLayout(layoutOfValue(value))}>
        {LAYOUTS.map((one) => (
          <Menu.RadioItem key={one} value={one} className="rm-menu__item" closeOnClick>
            {t(WORDS[one])}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </RoomMenu>
  );
}

const layoutOfValue = (value: unknown): Layout => LAYOUTS.find((one) => one === value) ?? "auto";
