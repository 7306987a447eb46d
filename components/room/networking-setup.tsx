"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fold } from "@/components/room/fold";
import { NumberField } from "@/components/room/number-field";
import { Button } from "@/components/ui/button";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";

/** Speed networking: how many rounds, how long, and how long one waits between them. Starts at once. */
export function NetworkingSetup({ onFailure }: { onFailure: (reason: string | null) => void }) {
  const t = useTranslations("room.networking");
  const session = useSession();
  const [rounds, setRounds] = useState(4);
  const [minutes, setMinutes] = useState(5);
  const [pause, setPause] = useState(30);
  const start = async () => {
    const values = { rounds, durationSeconds: minutes * 60, breakSeconds: pause };
    onFailure(refusalOf(await session.act("networkings", { action: "start", ...values })));
  };
  return (
    <Fold summary={t("title")}>
      <div className="rm-setup">
        <div className="rm-row">
          <NumberField label={t("rounds")} value={rounds} range={[1, 20]} onChange={setRounds} />
          <NumberField label={t("minutes")} value={minutes} range={[1, 60]} onChange={setMinutes} />
          <NumberField label={t("break")} value={pause} range={[0, 1800]} onChange={setPause} />
        </div>
        <p className="rm-hint">{t("promise")}</p>
        <Button variant="primary" block onClick={() => void start()}>
          {t("start")}
        </Button>
      </div>
    </Fold>
  );
}
