import { useTranslations } from "next-intl";
import { ActionField, ActionTextArea, ActionTile } from "@/components/desk/answered-form";
import { NetworkMark } from "@/components/ui/network-mark";
import { networkColours } from "@/domain/alliance/rules";
import type { SeriesView } from "@/domain/programme/queries";
import type { Locale } from "@/lib/i18n/locales";

/** What a series needs: its name and its days. */
export function SeriesFields({ part, locale }: { part?: SeriesView; locale: Locale }) {
  const t = useTranslations("series.fields");
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <ActionField label={t("title")} name="title" required maxLength={140} defaultValue={part?.title} />
      <div className="cols cols--2">
        <ActionField
          label={t("startsOn")}
          name="startsOn"
          type="date"
          required
          defaultValue={part?.startsOn}
        />
        <ActionField label={t("endsOn")} name="endsOn" type="date" required defaultValue={part?.endsOn} />
      </div>
      <ActionTextArea
        label={t("summary")}
        name="summary"
        rows={3}
        maxLength={300}
        defaultValue={part?.summary}
      />
    </>
  );
}

/** The same in English, its colour and its address: what can wait. */
export function SeriesFieldsToo({ part }: { part: SeriesView }) {
  const t = useTranslations("series.fields");
  const colours = [...new Set<string>([...(part.colour ? [part.colour] : []), ...networkColours])];
  return (
    <>
      <ActionField
        label={t("titleEn")}
        hint={t("titleEnHint")}
        name="titleEn"
        maxLength={140}
        lang="en"
        defaultValue={part.titleEn}
      />
      <ActionTextArea
        label={t("summaryEn")}
        name="summaryEn"
        rows={3}
        maxLength={300}
        lang="en"
        defaultValue={part.summaryEn}
      />
      <ActionField
        label={t("slug")}
        hint={t("slugHint", { path: `/s/${part.slug}` })}
        name="slug"
        required
        maxLength={80}
        defaultValue={part.slug}
      />
      <fieldset className="tiles tiles--small">
        <legend className="field__label">{t("colour")}</legend>
        <ActionTile name="colour" value="" defaultChecked={part.colour === null}>
          <span className="small">{t("noColour")}</span>
        </ActionTile>
        {colours.map((colour) => (
          <ActionTile key={colour} name="colour" value={colour} defaultChecked={colour === part.colour}>
            <NetworkMark mark={part.title.slice(0, 1)} colour={colour} />
            <small className="num">{colour}</small>
          </ActionTile>
        ))}
      </fieldset>
      <p className="small muted">{t("colourHint")}</p>
    </>
  );
}
