import type { Locale } from "@/lib/i18n/locales";
import { type Messages, messages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import type { UnplacedWish } from "../labels";

type Why = keyof Messages["plan"]["unplaced"];
const isReason = (reason: string): reason is Why => reason in messages.de.plan.unplaced;

/** Why a wish has no time, and what could be done about it, as a file says it. */
export function unplacedWords(
  locale: Locale,
  { reason, values }: UnplacedWish,
): { why: string; next: string } {
  const t = translator(locale, "plan");
  if (!isReason(reason)) return { why: t("desk.unplacedOther"), next: "" };
  // A reason from before it told of free times is read as if there were one.
  const { one, other, quota = 0, slots = 1 } = values;
  const named = { one: String(one), other: String(other), quota: Number(quota), slots: Number(slots) };
  return { why: t(`unplaced.${reason}`, named), next: t(`next.${reason}`, named) };
}
