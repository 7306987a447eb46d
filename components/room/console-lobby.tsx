"use client";

import { useTranslations } from "next-intl";
import { HostFailure } from "@/components/room/host-failure";
import { useHostAct } from "@/components/room/use-host-act";
import { useStageDesk } from "@/components/room/use-stage";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { useSession } from "@/realtime/hooks/use-room-session";

/** Who waits to be let in, the longest first: one by one, or all at once. */
export function ConsoleLobby() {
  const t = useTranslations("room.door");
  const session = useSession();
  const waiting = useStageDesk()?.waiting ?? [];
  const { act, failed } = useHostAct("stage");
  if (waiting.length === 0) return null;
  const about = (id: string, action: string) => void session.act(`people/${id}`, { action });
  return (
    <section className="rm-people" aria-label={t("waiting")} data-testid="lobby-list">
      <h3>
        {t("waiting")} ({waiting.length})
        <Button size="xs" variant="soft" onClick={() => void act({ action: "admit_all" })}>
          {t("admitAll")}
        </Button>
      </h3>
      <HostFailure failed={failed} />
      <ul>
        {waiting.map(({ admissionId, name, organisation }) => (
          <li key={admissionId} className="rm-person">
            <Avatar name={name} seed={admissionId} size="sm" />
            <span className="rm-person__name">
              {name}
              {organisation ? <small>{organisation}</small> : null}
            </span>
            <span className="rm-hands__actions">
              <Button
                size="xs"
                variant="soft"
                aria-label={t("admitName", { name })}
                onClick={() => about(admissionId, "admit")}
              >
                {t("admit")}
              </Button>
              <Button
                size="xs"
                aria-label={t("refuseName", { name })}
                onClick={() => about(admissionId, "remove")}
              >
                {t("refuse")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
