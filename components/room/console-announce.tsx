"use client";

import { useTranslations } from "next-intl";
import { MessageForm } from "@/components/room/message-form";
import { useHostAct } from "@/components/room/use-host-act";
import { useStage } from "@/components/room/use-stage";
import { Button } from "@/components/ui/button";

/** A line to everybody, in all rooms; it stays until it is replaced or taken away. */
export function ConsoleAnnounce() {
  const t = useTranslations("room.run");
  const message = useStage()?.message ?? null;
  const { act } = useHostAct("stage");
  const say = (text: string) => act({ action: "announce", text });
  return (
    <section className="rm-console__part" aria-label={t("announce")} data-testid="console-announce">
      <MessageForm onSend={say} label={t("announce")} />
      {message ? (
        <Button size="sm" onClick={() => void say("")}>
          {t("announceStop")}
        </Button>
      ) : null}
    </section>
  );
}
