import { useTranslations } from "next-intl";
import { ReasonLines } from "@/components/talks/reason-lines";
import { slotClock, slotDay } from "@/components/talks/slot-words";
import type { TalkPartner } from "@/components/talks/talk-views";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { OnceField } from "@/components/ui/once-field";
import { Select } from "@/components/ui/select";
import type { TalkDesk } from "@/domain/matchmaking/queries/talk-desk";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "@/components/talks/talks.css";

export type ShownSuggestions = { of: TalkDesk["people"][number]; partners: readonly TalkPartner[] };

type DeskSuggestionsProps = {
  people: TalkDesk["people"];
  shown: ShownSuggestions | undefined;
  event: { id: string; timeZone: string };
  /** This page, without language prefix. */
  back: string;
  locale: Locale;
};

type OneProps = Omit<DeskSuggestionsProps, "people" | "shown"> & {
  of: ShownSuggestions["of"];
  partner: TalkPartner;
};

/** One suggestion with the reasons of both sides, and a talk of the two in one click. */
function One({ of, partner, event, back, locale }: OneProps) {
  const t = useTranslations("talks.desk");
  const place = { locale, zone: event.timeZone };
  const { name, organisation } = partner;
  return (
    <li className="card sg">
      <h3 className="person__name">{organisation ? `${name}, ${organisation}` : name}</h3>
      <ReasonLines reasons={partner.reasons} partner={partner} of={of} locale={locale} />
      <form className="sg__foot" method="post" action={`/api/events/${event.id}/talks`}>
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="one" value={of.personId} />
        <input type="hidden" name="other" value={partner.personId} />
        <Select
          label={t("slot")}
          name="startsAt"
          options={partner.slots.map((slot) => ({
            value: slot.startsAt.toISOString(),
            label: `${slotDay(slot, place)}, ${slotClock(slot, place)}`,
          }))}
        />
        <Button type="submit" size="sm" variant="match" aria-label={t("sendFor", { name })}>
          {t("send")}
        </Button>
      </form>
    </li>
  );
}

/** Whom somebody of the event should meet, with the reasons that both sides read. */
export function DeskSuggestions({ people, shown, ...place }: DeskSuggestionsProps) {
  const t = useTranslations("talks.desk");
  const choices = people.map(({ personId, name, organisation }) => ({
    value: personId,
    label: organisation ? `${name}, ${organisation}` : name,
  }));
  if (choices.length === 0) return null;
  return (
    <Card className="stack gap-4" id="suggestions">
      <h2 className="text-lg">{t("suggestions")}</h2>
      <p className="muted">{t("suggestionsText")}</p>
      <form className="row row--end gap-3" action={`${href(place.locale, place.back)}#suggestions`}>
        <Select label={t("suggestionsFor")} name="for" options={choices} defaultValue={shown?.of.personId} />
        <Button type="submit">{t("showSuggestions")}</Button>
      </form>
      {shown && shown.partners.length === 0 ? <Notice tone="neutral">{t("noSuggestions")}</Notice> : null}
      {shown && shown.partners.length > 0 ? (
        <ul className="sgs">
          {shown.partners.map((partner) => (
            <One key={partner.personId} of={shown.of} partner={partner} {...place} />
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
