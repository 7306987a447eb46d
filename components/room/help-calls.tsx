"use client";

import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoomUi } from "@/components/room/room-ui-context";
import { useRoomLabel } from "@/components/room/use-room-label";
import { Button } from "@/components/ui/button";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

/**
 * For hosts who don't look at the breakouts: who calls for help, until somebody is on the way. The oldest call first. It stays
 * until it is answered, so it takes its place above the stage and covers no other bar.
 */
export function HelpCalls() {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const labelOf = useRoomLabel();
  const { panel } = useRoomUi();
  const { moderate } = useRights();
  const rounds = useDocuments((documents) => documents.rounds);
  if (!moderate || panel === "breakouts") return null;
  const [call] = rounds
    .filter(({ state }) => state === "open")
    .flatMap(({ rooms }) => rooms.flatMap((room) => room.people.map((person) => ({ room, person }))))
    .filter(({ person }) => person.helpAskedAt !== null && !person.helpOnTheWay)
    .toSorted((one, other) => (one.person.helpAskedAt ?? "").localeCompare(other.person.helpAskedAt ?? ""));
  if (!call) return null;
  const { person, room } = call;
  return (
    <section className="rm-choicebar rm-helpbar" role="alert" aria-label={t("help")} data-testid="help-call">
      <p>
        <LifeBuoy className="icon" aria-hidden />
        <span>
          <b>{t("helpIn", { room: labelOf(room) })}</b> · {person.name}
        </span>
      </p>
      <Button
        size="sm"
        variant="danger"
        onClick={() => void session.act("help", { action: "on_the_way", admissionId: person.admissionId })}
      >
        {t("onTheWay")}
      </Button>
    </section>
  );
}
