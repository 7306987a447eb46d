"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Clock } from "@/components/room/numbers/clock";
import { Button } from "@/components/ui/button";
import { useSpeak } from "@/components/ui/live-regions";
import type { LiveNumbers } from "@/domain/attendance/schema/live";
import { useSession } from "@/realtime/hooks/use-room-session";

type MissingProps = { missing: LiveNumbers["missing"]; clock: Clock; onReminded: () => Promise<void> };

/** Who has a seat online and is not there, and one click that reminds all of them, each once. */
export function MissingPeople({ missing, clock, onReminded }: MissingProps) {
  const t = useTranslations("live.missing");
  const { count, unreminded, mayRemind, people } = missing;
  return (
    <div className="rm-numbers__missing">
      <p data-line="missing">{t("count", { count })}</p>
      {mayRemind && unreminded > 0 ? <Remind count={unreminded} onReminded={onReminded} /> : null}
      {people.length > 0 ? (
        <details className="rm-numbers__table">
          <summary>{t("names")}</summary>
          <ul>
            {people.map(({ id, name, organisation, remindedAt }) => (
              <li key={id}>
                <b>{name}</b> {organisation}
                {remindedAt ? (
                  <span className="rm-hint">{t("remindedAt", { time: clock(remindedAt) })}</span>
                ) : null}
              </li>
            ))}
          </ul>
          {count > people.length ? (
            <p className="rm-hint">{t("more", { count: count - people.length })}</p>
          ) : null}
        </details>
      ) : null}
    </div>
  );
}

function Remind({ count, onReminded }: { count: number; onReminded: () => Promise<void> }) {
  const t = useTranslations("live.missing");
  const session = useSession();
  const speak = useSpeak();
  const [state, setState] = useState<"ready" | "sending" | "failed">("ready");
  const remind = async () => {
    setState("sending");
    const reply = await session.act("missing", {});
    setState(reply.ok ? "ready" : "failed");
    if (reply.ok) speak(t("reminded", { count }));
    await onReminded();
  };
  return (
    <>
      <Button variant="primary" disabled={state === "sending"} onClick={() => void remind()}>
        {t("remind", { count })}
      </Button>
      <p className="rm-hint">{t("remindHint")}</p>
      {state === "failed" ? (
        <p className="rm-problem" role="alert">
          {t("failed")}
        </p>
      ) : null}
    </>
  );
}
