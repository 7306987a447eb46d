import { useTranslations } from "next-intl";
import { useProfileWords } from "@/components/account/profile-words";
import { DismissSuggestion } from "@/components/talks/dismiss-suggestion";
import { ReasonLines } from "@/components/talks/reason-lines";
import { slotStart } from "@/components/talks/slot-words";
import { SuggestionRule } from "@/components/talks/suggestion-rule";
import type { TalkPartner } from "@/components/talks/talk-views";
import { WishChoice } from "@/components/talks/wish-choice";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import type { MyWish } from "@/domain/matchmaking/queries/my-wishes";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type SuggestionCardProps = {
  suggestion: TalkPartner;
  /** What the viewer wishes of a plan about them, if anything. */
  wish?: MyWish["wish"] | undefined;
  event: { id: string; slug: string; timeZone: string };
  locale: Locale;
  /** Whose page it stands on, where somebody is signed in. */
  me?: string | undefined;
};

/** Somebody worth a talk: who, the reasons of both sides, when, and the way to ask or to say that it does not fit. */
export function SuggestionCard({ suggestion, wish, event, locale, me }: SuggestionCardProps) {
  const t = useTranslations("talks.card");
  const { name, organisation, personId, slots } = suggestion;
  const [first] = slots;
  const [about] = useProfileWords().lines(suggestion.profile);
  const query = new URLSearchParams({ event: event.slug, with: personId });
  return (
    <li className="card sg">
      <div className="person">
        <Avatar name={name} seed={personId} />
        <div className="grow">
          <h2 className="person__name">{name}</h2>
          <p className="person__org truncate">{organisation}</p>
        </div>
      </div>
      {suggestion.sentence ? <p className="small">{suggestion.sentence}</p> : null}
      {about ? <p className="small muted">{about}</p> : null}
      <ReasonLines reasons={suggestion.reasons} partner={suggestion} locale={locale} />
      <div className="sg__more">
        <SuggestionRule suggestion={suggestion} locale={locale} />
        <WishChoice partner={suggestion} wish={wish} {...{ event, locale, me }} />
        <DismissSuggestion partner={suggestion} {...{ event, locale, me }} />
      </div>
      {first ? (
        <div className="sg__foot">
          <p className="small muted">
            {t("next")}
            <b className="num">{slotStart(first, { locale, zone: event.timeZone })}</b>
          </p>
          <ButtonLink
            variant="match"
            size="sm"
            href={href(locale, `/me/talks/ask?${query}`)}
            aria-label={t("askFor", { name })}
          >
            {t("ask")}
          </ButtonLink>
        </div>
      ) : null}
    </li>
  );
}
