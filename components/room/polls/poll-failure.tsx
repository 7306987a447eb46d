"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type Reply, refusalOf } from "@/realtime/client/ports";

const REASONS = [
  ...(["other_poll_open", "not_live", "poll_launched", "poll_closed", "frozen"] as const),
  ...(["no_chat", "too_many_polls", "input", "offline"] as const),
] as const;

type Failure = {
  /** What is said as long as the last attempt failed. */
  note: ReactNode;
  /** Takes an answer of the server; gives the reason where it was a refusal. */
  of: (reply: Reply<unknown>) => string | null;
};

/** Says beside the button what kept it from working. */
export function usePollFailure(): Failure {
  const t = useTranslations("polls");
  const [reason, setReason] = useState<string | null>(null);
  const known = REASONS.find((one) => one === reason);
  return {
    note: reason ? (
      <p className="rm-problem" role="alert">
        {known ? t(`reasons.${known}`) : t("failed")}
      </p>
    ) : null,
    of: (reply) => {
      const refused = refusalOf(reply);
      setReason(refused);
      return refused;
    },
  };
}
