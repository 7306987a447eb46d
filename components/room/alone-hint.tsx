"use client";

import { useTranslations } from "next-intl";
import type { RoomKind } from "@/domain/rooms/schema";
import type { RoundView } from "@/realtime/room-api";

type Props = { kind: RoomKind | undefined; rounds: readonly Pick<RoundView, "rule" | "state">[] };

/** Why nobody else is here: a host in the plenary is alone while everybody talks in the groups. */
export function AloneHint({ kind, rounds }: Props) {
  const t = useTranslations("room.tile");
  // Whoever waits for the partner of a talk has an open round too, and nobody is in a group because of it.
  const inGroups = rounds.some(({ rule, state }) => rule !== "talk" && state === "open");
  if (kind === "breakout") return <p className="rm-alone">{t("aloneBreakout")}</p>;
  return <p className="rm-alone">{t(kind === "main" && inGroups ? "aloneInPlenary" : "alone")}</p>;
}
