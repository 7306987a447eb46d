"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";
import type { RaisedHand } from "@/realtime/room-api";

/** Raised hands, numbered by server time, oldest first. Hosts invite and lower; speaking lowers by itself. */
export function HandList() {
  const t = useTranslations("room.people");
  const session = useSession();
  const { moderate } = useRights();
  const hands = useDocuments((documents) => documents.hands);
  if (hands.length === 0) return null;
  return (
    <section className="rm-people rm-hands" aria-label={t("hands")}>
      <h3>
        {t("hands")} ({hands.length})
        {moderate ? (
          <Button size="xs" onClick={() => void session.act("hands/all", { action: "lower_all" })}>
            {t("lowerAll")}
          </Button>
        ) : null}
      </h3>
      <ol>
        {hands.map((hand, index) => (
          <li key={hand.id} className="rm-person">
            <span className="rm-hands__place">{index + 1}</span>
            <Avatar name={hand.name} seed={hand.admissionId} size="sm" />
            <span className="rm-person__name">{hand.name}</span>
            {moderate ? <HandActions hand={hand} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function HandActions({ hand }: { hand: RaisedHand }) {
  const t = useTranslations("room.people");
  const session = useSession();
  const act = (action: string) => void session.act(`hands/${hand.admissionId}`, { action });
  return (
    <span className="rm-hands__actions">
      {hand.state === "raised" ? (
        <Button
          size="xs"
          variant="soft"
          aria-label={`${t("invite")}: ${hand.name}`}
          onClick={() => act("invite")}
        >
          {t("invite")}
        </Button>
      ) : (
        <span className="rm-hint">{hand.state === "invited" ? t("invited") : t("onAir")}</span>
      )}
      <Button size="xs" aria-label={`${t("lower")}: ${hand.name}`} onClick={() => act("lower")}>
        {t("lower")}
      </Button>
    </span>
  );
}
