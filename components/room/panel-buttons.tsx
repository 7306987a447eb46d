"use client";

import {
  Captions,
  ChartColumn,
  CircleQuestionMark,
  Gauge,
  Handshake,
  LayoutGrid,
  MessageSquare,
  NotebookPen,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { BarButton } from "@/components/room/bar-button";
import { type PanelName, useRoomUi } from "@/components/room/room-ui-context";
import { useUnread } from "@/components/room/unread-context";
import { usePanels } from "@/components/room/use-panels";

const ICONS = {
  ...{ talk: Handshake, people: Users, chat: MessageSquare, questions: CircleQuestionMark },
  ...{ polls: ChartColumn, notes: NotebookPen, captions: Captions, breakouts: LayoutGrid, console: Gauge },
} as const;
const KEYS: Partial<Record<PanelName, string>> = { people: "Control+Shift+L", chat: "Control+Shift+M" };

/** From so many panels on, which hosts have, the bar is full sooner. */
export const MANY_PANELS = 7;

/** The right group of the bar; below 1050 px, of many panels below 1180 px, it folds into „Mehr“. */
export function PanelButtons() {
  const panels = usePanels();
  return (
    <span className={panels.length < MANY_PANELS ? "rm-bar__right" : "rm-bar__right rm-bar__right--many"}>
      {panels.map((name) => (
        <PanelButton key={name} name={name} />
      ))}
    </span>
  );
}

export function PanelButton({ name }: { name: PanelName }) {
  const t = useTranslations("room.bar");
  const { panel, togglePanel } = useRoomUi();
  const count = useUnread()[name];
  const Icon = ICONS[name];
  return (
    <BarButton
      icon={<Icon className="icon" aria-hidden />}
      text={t(name)}
      label={count > 0 ? `${t(name)}, ${t("unread", { count })}` : t(name)}
      keys={KEYS[name]}
      pressed={panel === name}
      look="tab"
      panel={name}
      onClick={() => togglePanel(name)}
      count={count > 0 ? <span className="rm-cb__count" data-count={count} aria-hidden="true" /> : null}
    />
  );
}
