"use client";

import { useTranslations } from "next-intl";
import { HostFailure } from "@/components/room/host-failure";
import { useHostAct } from "@/components/room/use-host-act";
import { useRowFocus } from "@/components/room/use-row-focus";
import { useStageDesk } from "@/components/room/use-stage";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import type { StageDesk } from "@/realtime/stage-api";

/** Who waits to be let in, the longest first: one by one, or all at once. */
export function ConsoleLobby() {
  const t = useTranslations("room.door");
  const waiting = useStageDesk()?.waiting ?? [];
  const { act, failed } = useHostAct("stage");
  if (waiting.length === 0) return null;
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
        {waiting.map((person) => (
          <Waiting
            key={person.admissionId}
            person={person}
            onAct={(action) => void act({ action }, `people/${person.admissionId}`)}
          />
        ))}
      </ul>
    </section>
  );
}

type WaitingProps = { person: StageDesk["waiting"][number]; onAct: (action: "admit" | "remove") => void };

function Waiting({ person: { admissionId, name, organisation }, onAct }: WaitingProps) {
  const t = useTranslations("room.door");
  return (
    <li className="rm-person" ref={useRowFocus()}>
      <Avatar name={name} seed={admissionId} size="sm" />
      <span className="rm-person__name">
        {name}
        {organisation ? <small>{organisation}</small> : null}
      </span>
      <span className="rm-hands__actions">
        <Button size="xs" variant="soft" aria-label={t("admitName", { name })} onClick={() => onAct("admit")}>
          {t("admit")}
        </Button>
        <Button size="xs" aria-label={t("refuseName", { name })} onClick={() => onAct("remove")}>
          {t("refuse")}
        </Button>
      </span>
    </li>
  );
}
