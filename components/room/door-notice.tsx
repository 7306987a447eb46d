"use client";

import { DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useRoomUi } from "@/components/room/room-ui-context";
import { useHostAct } from "@/components/room/use-host-act";
import { useStageDesk } from "@/components/room/use-stage";
import { Button } from "@/components/ui/button";
import { useSpeak } from "@/components/ui/live-regions";

/** For hosts whose console is closed: that somebody waits to be let in, and the way to do it at once. */
export function DoorNotice() {
  const t = useTranslations("room.door");
  const { panel } = useRoomUi();
  const speak = useSpeak();
  const { act } = useHostAct("stage");
  const waiting = useStageDesk()?.waiting ?? [];
  const count = waiting.length;
  const last = waiting.at(-1);
  const name = last?.name ?? "";
  const before = useRef(0);
  useEffect(() => {
    if (count > before.current) speak(t("notice", { count, name }));
    before.current = count;
  }, [count, name, speak, t]);
  if (!last || panel === "console") return null;
  // Who is read is who comes in: somebody may have come to the door since.
  const admit = () =>
    count === 1 ? act({ action: "admit" }, `people/${last.admissionId}`) : act({ action: "admit_all" });
  return (
    <section className="rm-toast rm-toast--actions" aria-label={t("waiting")} data-testid="door-notice">
      <DoorOpen className="icon" aria-hidden />
      <p>{t("notice", { count, name })}</p>
      <Button size="sm" variant="soft" onClick={() => void admit()}>
        {t(count === 1 ? "admit" : "admitAll")}
      </Button>
    </section>
  );
}
