"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomEvent } from "@/components/room/room-event-context";
import { Button } from "@/components/ui/button";
import { useDocuments, useRoom } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";

/** How long before its planned end an event counts as closing. */
const CLOSING_MS = 5 * 60_000;

/**
 * Ends the event for everybody, always beside a sentence with the number of people who will have to leave. In the middle of
 * the event that sentence comes with a first click; when the event closes it stands there, and one click is enough (B14).
 */
export function EndButton({ onEnd, onEndAudience }: { onEnd: () => void; onEndAudience: () => void }) {
  const t = useTranslations("room.console");
  const { endsAt } = useRoomEvent();
  const closing = Date.parse(endsAt) - useServerNow(5_000) <= CLOSING_MS;
  const [asking, setAsking] = useState(false);
  const seen = useRoom(({ room }) => room.people.length);
  const present = useDocuments(({ people }) => people.filter((person) => person.present).length);
  const leaving = <p className="rm-hint">{t("endAsk", { count: Math.max(seen, present) })}</p>;
  if (closing) {
    return (
      <>
        <Button variant="danger" block onClick={onEnd}>
          {t("end")}
        </Button>
        {leaving}
        <Button block onClick={onEndAudience}>
          {t("endAudience")}
        </Button>
      </>
    );
  }
  if (!asking) {
    return (
      <Button variant="danger" block onClick={() => setAsking(true)}>
        {t("end")}
      </Button>
    );
  }
  return (
    <div className="rm-problem" role="alert">
      {leaving}
      <div className="rm-actions">
        <Button variant="danger" onClick={onEnd}>
          {t("endYes")}
        </Button>
        <Button onClick={onEndAudience}>{t("endAudience")}</Button>
        <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
      </div>
    </div>
  );
}
