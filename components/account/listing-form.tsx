import { useTranslations } from "next-intl";
import { type RefusedForm, tickedIn, useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextArea } from "@/components/ui/text-area";
import { tagLabel, taxonomy } from "@/domain/matchmaking/labels";
import type { MyListing } from "@/domain/matchmaking/queries/listings";
import { SENTENCE_LENGTH } from "@/domain/matchmaking/schema";
import type { Locale } from "@/lib/i18n/locales";

type TagPickProps = { name: "needs" | "offers"; chosen: readonly string[]; locale: Locale };

/** Topics by field, folded, because sixty boxes at once would be a wall; fields with a choice stand open. */
function TagPick({ name, chosen, locale }: TagPickProps) {
  const t = useTranslations("account.profile");
  const kind = name === "needs" ? "need" : "offer";
  return (
    <fieldset className="tagpick" id={name}>
      <legend>{t(name)}</legend>
      <div className="row gap-2">
        {chosen.map((tag) => (
          <Chip key={tag} kind={kind} small>
            {tagLabel(locale, tag)}
          </Chip>
        ))}
        <span className="small muted">{t("chosen", { count: chosen.length })}</span>
      </div>
      <div>
        {taxonomy.map((field) => (
          <details key={field.id} open={field.tags.some(([tag]) => chosen.includes(tag))}>
            <summary>{field.words[locale]}</summary>
            <div className="tagpick__tags">
              {field.tags.map(([tag]) => (
                <label key={tag} className="tagbox">
                  <input type="checkbox" name={name} value={tag} defaultChecked={chosen.includes(tag)} />
                  {tagLabel(locale, tag)}
                </label>
              ))}
            </div>
          </details>
        ))}
      </div>
    </fieldset>
  );
}

type ListingFormProps = {
  listing: MyListing;
  eventId: string;
  personId: string;
  locale: Locale;
  refused: RefusedForm | undefined;
};

/** What a person seeks and offers, by the topics all networks share, and one sentence about it. */
export function ListingForm({ listing, eventId, personId, locale, refused }: ListingFormProps) {
  const t = useTranslations("account.profile");
  const errors = useTranslations("errors.fields");
  const fields = refused?.failure.fields ?? {};
  const { problems: reasons } = useFieldErrors(refused?.failure.fields ? undefined : refused);
  const tooMany = (["needs", "offers"] as const).filter((name) => fields[name]);
  const problems = [
    ...reasons,
    ...tooMany.map((field) => ({ field, text: t("errors.too_many_tags") })),
    ...(fields.sentence ? [{ field: "sentence", text: errors("too_long") }] : []),
  ];
  const chosenAs = (name: "needs" | "offers") => (refused ? tickedIn(refused, name) : listing[name]);
  return (
    <form className="form" method="post" action="/api/me/listing">
      <input type="hidden" name="form" value="listing" />
      <input type="hidden" name="formOf" value={personId} />
      <input type="hidden" name="pageLocale" value={locale} />
      <input type="hidden" name="eventId" value={eventId} />
      <RefusedSummary refused={refused} problems={problems} />
      <p className="muted">{t("wishesHint")}</p>
      <TagPick name="needs" chosen={chosenAs("needs")} locale={locale} />
      <TagPick name="offers" chosen={chosenAs("offers")} locale={locale} />
      <TextArea
        label={t("sentence")}
        optional={t("optional")}
        hint={t("sentenceHint")}
        name="sentence"
        rows={2}
        maxLength={SENTENCE_LENGTH}
        defaultValue={refused?.entered.sentence ?? listing.sentence}
        error={fields.sentence ? errors("too_long") : undefined}
      />
      <Button type="submit" variant="primary">
        {t("publish")}
      </Button>
    </form>
  );
}
