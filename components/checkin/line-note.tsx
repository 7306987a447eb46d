"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { DoorState } from "./door-session";

type LineNoteProps = Pick<DoorState, "waiting" | "connection" | "late"> & { signIn: string };

/** What waits for the connection, and whom the server refused when it heard of them later. */
export function LineNote({ waiting, connection, late, signIn }: LineNoteProps) {
  const t = useTranslations("checkin.line");
  return (
    <div className="stack gap-2" aria-live="polite">
      {waiting > 0 ? (
        <Notice tone="warning" title={t("waiting", { count: waiting })}>
          {connection === "signed_out" ? <a href={signIn}>{t("signIn")}</a> : t("keepOpen")}
        </Notice>
      ) : null}
      {late.length > 0 ? (
        <Notice tone="danger" title={t("late", { count: late.length })}>
          {late.map(({ name }) => name).join(", ")}
        </Notice>
      ) : null}
    </div>
  );
}
