import { useTranslations } from "next-intl";
import { useProfileWords } from "@/components/account/profile-words";
import { ReasonLines } from "@/components/talks/reason-lines";
import { slotStart } from "@/components/talks/slot-words";
import type { Suggestion } from "@/components/talks/talk-views";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type SuggestionCardProps = { suggestion: Suggestion; eventSlug: string; locale: Locale; zone: string };

function Ask({ suggestion, eventSlug, locale }: SuggestionCardProps) {
  const t = useTranslations("talks.card");
  const { state, personId, name, slots } = suggestion;
  if (state !== "free") {
    return (
      <Badge tone="match">
        <Icon name="check" />
        {t(state)}
      </Badge>
    );
  }
  if (slots.length === 0) return null;
  const query = new URLSearchParams({ event: eventSlug, with: personId });
  return (
    <ButtonLink
      variant="match"
      size="sm"
      href={href(locale, `/me/talks/ask?${query}`)}
      aria-label={t("askFor", { name })}
    >
      {t("ask")}
    </ButtonLink>
  );
}

/** Somebody worth a talk: who, the reasons of both sides, when, and the way to ask. */
export function SuggestionCard(props: SuggestionCardProps) {
  const t = useTranslations("talks.card");
  const { suggestion, locale, zone } = props;
  const { name, organisation, personId, match, slots } = suggestion;
  const [first] = slots;
  const [about] = useProfileWords().lines(suggestion.profile);
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
      <ReasonLines reasons={match.reasons} partner={suggestion} locale={locale} />
      <div className="sg__foot">
        <p className="small muted">
          {first ? t("next") : t("noSlot")}
          {first ? <b className="num">{slotStart(first, { locale, zone })}</b> : null}
        </p>
        <Ask {...props} />
      </div>
    </li>
  );
}
