import { useTranslations } from "next-intl";
import type { TalkReportView, ToldLabel } from "@/domain/matchmaking/queries/talk-report";

/** What a network is called here. */
export function useLabelName({ names }: Pick<TalkReportView, "names">) {
  const t = useTranslations("talkReport");
  return (label: ToldLabel): string => (label === "others" ? t("others") : (names.get(label) ?? ""));
}
