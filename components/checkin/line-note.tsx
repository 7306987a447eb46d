"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { DoorState } from "./door-session";

type LineNoteProps = Pick<DoorState, "waiting" | "connection" | "late"> & { signIn: string };

/** What waits for the connection, and whom the server refused when it heard of them later. */
export function LineNote({ waiting, connection, late, signIn }: LineNoteProps) {
  const t = useTranslations("checkin.line");
  const isOut = connection === "signed_out";
  return (
    <div className="stack gap-2 linenote" aria-live="polite">
      {waiting > 0 ? (
        <Notice tone="warning" title={isOut ? t("signedOut") : t("waiting")}>
          <p>{t("count", { count: waiting })}</p>
          {isOut ? <a href={signIn}>{t("signIn")}</a> : null}
        </Notice>
      ) : null}
      {late.length > 0 ? (
        <Notice tone="danger" title={t("late", { count: late.length })}>
          {late.flatMap(({ name }) => (name === "" ? [] : [name])).join(", ")}
        </Notice>
      ) : null}
    </div>
  );
}
