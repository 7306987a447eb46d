"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { RoomDialog } from "@/components/room/room-dialog";
import { Button } from "@/components/ui/button";
import { AloneWatch } from "@/realtime/client/alone-watch";
import { browserClock } from "@/realtime/client/browser-clock";
import { useTarget } from "@/realtime/hooks/use-place";
import { useDocuments, useRoom, useSession } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import { clockText } from "@/realtime/timing";

/** „Sind Sie noch da?“ after ten minutes alone, with a countdown; without an answer the person leaves. */
export function StillThere() {
  const session = useSession();
  const alone = useAlone();
  const [watch] = useState(() => new AloneWatch(browserClock, () => session.leave()));
  const { leavesAt } = useSyncExternalStore(watch.store.subscribe, watch.store.get);
  useEffect(() => watch.see(alone), [watch, alone]);
  useEffect(() => () => watch.stop(), [watch]);
  return leavesAt === null ? null : <Question leavesAt={leavesAt} onStay={() => watch.stay()} />;
}

/** Nobody else connected here. Viewers do not see each other, so in the plenary the audience counts too. */
function useAlone(): boolean {
  const main = useTarget()?.room.kind === "main";
  const others = useRoom(({ room }) => room.people.some((person) => !person.own));
  const live = useRoom(({ connection }) => connection.phase === "live");
  const audience = useDocuments((documents) => documents.audience);
  return live && !others && !(main && audience > 1);
}

function Question({ leavesAt, onStay }: { leavesAt: number; onStay: () => void }) {
  const t = useTranslations("room.alone");
  const session = useSession();
  const offset = useRoom((view) => view.offsetMs);
  const now = useServerNow(500);
  return (
    <RoomDialog open onClose={onStay} title={t("title")}>
      <p>{t("text")}</p>
      <p role="timer">{t("leavesIn", { time: clockText(leavesAt + offset - now) })}</p>
      <div className="rm-actions">
        <Button variant="primary" onClick={onStay}>
          {t("stay")}
        </Button>
        <Button onClick={() => session.leave()}>{t("leave")}</Button>
      </div>
    </RoomDialog>
  );
}
