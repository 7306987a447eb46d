import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { WordedReason } from "@/domain/matchmaking/rules";
import type { Locale } from "@/lib/i18n/locales";
import "./talks.css";

export type PartnerCard = { personId: string; name: string; organisation: string };
export type ReasonsOf = (requestId: string) => readonly WordedReason[];

/** One reason of each direction: more would not be read. */
const shownOf = (reasons: readonly WordedReason[]) =>
  (["they_offer", "they_seek"] as const).flatMap(
    (direction) => reasons.find((reason) => reason.direction === direction) ?? [],
  );

type ReasonLinesProps = {
  reasons: readonly WordedReason[];
  partner: PartnerCard;
  /** Whose reasons these are, for a third who reads them; without it they are the reader's own. */
  of?: PartnerCard | undefined;
  locale: Locale;
};

const nameOf = ({ organisation, name }: PartnerCard) => organisation || name;

/** Why a talk fits: what comes in, what goes out, and honestly said when it is one way only. */
export function ReasonLines({ reasons, partner, of, locale }: ReasonLinesProps) {
  const t = useTranslations("talks.reason");
  const who = nameOf(partner);
  const shown = shownOf(reasons);
  if (shown.length === 0) return null;
  const b = (words: ReactNode) => <b>{words}</b>;
  return (
    <ul className="reasons">
      {shown.map(({ direction, words: called }) => (
        <li key={direction}>
          <Icon name={direction === "they_offer" ? "arrow-down" : "arrow-up"} size="sm" />
          <span>
            {of
              ? t.rich(`of.${direction}`, { b, tag: called[locale], who, other: nameOf(of) })
              : t.rich(direction, { b, tag: called[locale], who })}
          </span>
        </li>
      ))}
      {shown.length === 1 ? (
        <li className="reasons__none">
          <Icon name="info" size="sm" />
          <span>{t("oneWay")}</span>
        </li>
      ) : null}
    </ul>
  );
}
