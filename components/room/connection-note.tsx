"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMaintenance } from "@/components/room/maintenance-note";
import { Button } from "@/components/ui/button";
import { useRoom, useSession } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";

/** A shorter loss is neither shown nor spoken of. */
export const BAR_MS = 2000;
const CARD_MS = 10_000;

/** Nothing for two seconds, then a bar; after ten seconds a card. The page goes on trying all the while. */
export function ConnectionNote() {
  const lostAt = useRoom((view) => view.lostAt);
  const offset = useRoom((view) => view.offsetMs);
  return lostAt === null ? null : <Lost since={lostAt + offset} />;
}

function Lost({ since }: { since: number }) {
  const t = useTranslations("room.connection");
  const session = useSession();
  const maintenance = useMaintenance();
  const gone = useServerNow(500) - since;
  if (gone < BAR_MS) return null;
  if (gone < CARD_MS) {
    return (
      <p className="rm-lost" data-testid="connection-bar">
        {t("restoring")}
      </p>
    );
  }
  return (
    <div className="rm-backdrop rm-backdrop--center">
      <section
        className="rm-card"
        role="alertdialog"
        aria-labelledby="lost-title"
        data-testid="connection-card"
      >
        <span className="rm-card__icon">
          <WifiOff className="icon" aria-hidden />
        </span>
        <h2 id="lost-title">{t("lostTitle")}</h2>
        <p>{t("lostText")}</p>
        {maintenance ? <p>{maintenance}</p> : null}
        <div className="rm-actions">
          <Button variant="primary" onClick={() => void audioOnly(session)}>
            {t("audioOnly")}
          </Button>
          <Button onClick={() => window.location.reload()}>{t("reload")}</Button>
        </div>
      </section>
    </div>
  );
}

async function audioOnly(session: ReturnType<typeof useSession>): Promise<void> {
  session.receive("none");
  await session.media.setCam(false);
  session.nudge();
}
