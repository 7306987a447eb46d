"use client";

import { SkipForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { calmClicks } from "@/components/room/calm-clicks";
import { HostFailure } from "@/components/room/host-failure";
import { useHostAct } from "@/components/room/use-host-act";
import { useStage, useStageDesk } from "@/components/room/use-stage";
import { Button } from "@/components/ui/button";
import { scenes } from "@/domain/rooms/schema/run";

/** „Weiter“ in the plan, for everybody; and what everybody is to look at. */
export function ConsoleRun() {
  const t = useTranslations("room.run");
  const stage = useStage();
  const desk = useStageDesk();
  const { act, failed, reason } = useHostAct("stage");
  const [isNewClick] = useState(() => calmClicks());
  if (!stage || !desk) return null;
  return (
    <section className="rm-console__part" aria-label={t("title")} data-testid="console-run">
      {desk.next ? (
        <Button
          block
          variant="soft"
          aria-label={`${t("next")}: ${desk.next.title}`}
          onClick={({ timeStamp }) => {
            // After a first click the plan has moved on, and the second of a double click would skip an item.
            if (isNewClick(timeStamp)) void act({ action: "next", after: desk.current });
          }}
        >
          <SkipForward className="icon icon--sm" aria-hidden />
          {t("next")} · {desk.next.title}
        </Button>
      ) : null}
      <fieldset className="rm-actions" aria-label={t("scene")}>
        {scenes.map((scene) => (
          <Button
            key={scene}
            size="sm"
            aria-pressed={stage.scene === scene}
            onClick={() => void act({ action: "scene", scene })}
          >
            {t(`scenes.${scene}`)}
          </Button>
        ))}
      </fieldset>
      {/* Not to be tried again: another host was faster, and one more click would skip an item. */}
      <p className={reason === "moved_already" ? "rm-hint" : "sr-only"} role="status">
        {reason === "moved_already" ? t("movedAlready") : ""}
      </p>
      <HostFailure failed={failed && reason !== "moved_already"} />
    </section>
  );
}
