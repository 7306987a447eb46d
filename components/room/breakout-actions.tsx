"use client";

import { LifeBuoy, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChoiceButton } from "@/components/room/choice-dialog";
import { useMyRound } from "@/components/room/use-my-round";
import { Button } from "@/components/ui/button";
import { isChosen } from "@/domain/rooms/rules";
import { useMyId, useRights } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";

/** „Hilfe rufen“ and „Zurück ins Plenum“ in the header of a breakout; where one chose the room, also another one. */
export function BreakoutActions() {
  const t = useTranslations("room.header");
  const tChoice = useTranslations("room.choice");
  const session = useSession();
  const me = useMyId();
  const { moderate } = useRights();
  const round = useMyRound();
  const mine = round?.rooms.flatMap((room) => room.people).find((person) => person.admissionId === me);
  const asked = mine?.helpAskedAt ? t("helpAsked") : t("askHelp");
  const other = tChoice(round?.rule === "free_choice" ? "otherRoom" : "other");
  return (
    <>
      {moderate ? null : (
        <Button
          variant="quiet"
          disabled={Boolean(mine?.helpAskedAt)}
          onClick={() => void session.act("help", { action: "ask" })}
        >
          <LifeBuoy className="icon" aria-hidden />
          <span className="rm-fold-text">{mine?.helpOnTheWay ? t("helpComes") : asked}</span>
        </Button>
      )}
      {round && isChosen(round.rule) ? <ChoiceButton label={other} variant="quiet" folds /> : null}
      {round?.allowReturn !== false || moderate ? (
        <Button onClick={() => void goBack(session, moderate)}>
          <Undo2 className="icon" aria-hidden />
          <span className="rm-fold-text">{t("back")}</span>
        </Button>
      ) : null}
    </>
  );
}

/** Hosts only visit; everybody else gives up the seat in the breakout. */
function goBack(session: ReturnType<typeof useSession>, visiting: boolean) {
  return visiting ? session.act("visit", { roomId: null }) : session.act("return");
}
