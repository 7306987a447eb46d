import { useTranslations } from "next-intl";
import { useProfileWords } from "@/components/account/profile-words";
import { FormOf } from "@/components/talks/form-of";
import { ReasonLines } from "@/components/talks/reason-lines";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Check } from "@/components/ui/check";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { cooperations } from "@/domain/board/labels";
import { hideable, languages, regions, roles, sizes, ways } from "@/domain/matchmaking/labels";
import type { MyTalkProfile, ProfileView } from "@/domain/matchmaking/queries/profiles";
import type { WordedReason } from "@/domain/matchmaking/rules";
import type { Locale } from "@/lib/i18n/locales";

/** What the boxes show: what was ticked before a refusal, else what is stored. */
export type Shown = { said: (name: string) => string; ticked: (name: string) => readonly string[] };

type CardProps = { shown: Shown };

/** The first card: chosen, not typed. */
export function AboutCard({ shown }: CardProps) {
  const t = useTranslations("account.talk");
  const words = useProfileWords();
  const choice = (
    name: "role" | "size" | "region",
    values: readonly string[],
    label: (value: string) => string,
  ) => (
    <Select
      label={t(name)}
      name={name}
      defaultValue={shown.said(name)}
      options={[
        { value: "", label: t("notSaid") },
        ...values.map((value) => ({ value, label: label(value) })),
      ]}
    />
  );
  return (
    <Card flush>
      <CardHead>
        <h2>{t("about")}</h2>
      </CardHead>
      <CardBody>
        <div className="form">
          {choice("role", roles, words.role)}
          {choice("size", sizes, words.size)}
          {choice("region", regions, words.region)}
          <Boxes name="languages" values={languages} shown={shown} label={words.language} />
        </div>
      </CardBody>
    </Card>
  );
}

type BoxesProps = CardProps & {
  name: "languages" | "cooperation" | "ways" | "hidden";
  values: readonly string[];
  label: (value: string) => string;
};

function Boxes({ name, values, shown, label }: BoxesProps) {
  const t = useTranslations("account.talk");
  return (
    <fieldset className="blegend">
      <legend>{t(name)}</legend>
      {values.map((value) => (
        <Check
          key={value}
          name={name}
          value={value}
          defaultChecked={shown.ticked(name).includes(value)}
          label={label(value)}
        />
      ))}
    </fieldset>
  );
}

/** The third card: how and when, and who is not to see what. */
export function HowCard({ shown, hiddenFromError }: CardProps & { hiddenFromError: string | undefined }) {
  const t = useTranslations("account.talk");
  const words = useProfileWords();
  return (
    <Card flush>
      <CardHead>
        <h2>{t("how")}</h2>
      </CardHead>
      <CardBody>
        <div className="form">
          <Boxes name="cooperation" values={cooperations} shown={shown} label={words.cooperation} />
          <Boxes name="ways" values={ways} shown={shown} label={words.way} />
          <Check
            name="noTalks"
            value="on"
            defaultChecked={shown.said("noTalks") === "on"}
            label={t("noTalks")}
            hint={t("noTalksHint")}
          />
          <details
            className="bmore"
            open={shown.ticked("hidden").length > 0 || shown.said("hiddenFrom") !== ""}
          >
            <summary>{t("visibility")}</summary>
            <div className="form">
              <Boxes name="hidden" values={hideable} shown={shown} label={words.hideable} />
              <TextArea
                label={t("hiddenFrom")}
                hint={t("hiddenFromHint")}
                name="hiddenFrom"
                rows={3}
                defaultValue={shown.said("hiddenFrom")}
                error={hiddenFromError}
              />
            </div>
          </details>
        </div>
      </CardBody>
    </Card>
  );
}

type PreviewProps = {
  preview: ProfileView;
  talk: MyTalkProfile;
  /** By what they are suggested to who looks for that, or offers it. */
  reasons: readonly WordedReason[];
  name: string;
  organisation: string;
  locale: Locale;
};

/** What others see of it, as it is stored. */
export function TalkPreview({ preview, talk, reasons, name, organisation, locale }: PreviewProps) {
  const t = useTranslations("account.talk");
  const lines = useProfileWords().lines(preview);
  return (
    <details className="card card--sm bmore">
      <summary>{t("preview")}</summary>
      <div className="stack gap-2">
        <b>{organisation ? `${name}, ${organisation}` : name}</b>
        {talk.takesTalks ? null : <p>{t("takesNone")}</p>}
        {preview.sentence ? <p>{preview.sentence}</p> : null}
        {lines.map((text) => (
          <p key={text} className="small muted">
            {text}
          </p>
        ))}
        <ReasonLines reasons={reasons} partner={{ personId: "", name, organisation }} locale={locale} />
        <p className="small muted">{t("previewHint")}</p>
      </div>
    </details>
  );
}

type BlockedProps = { blocked: MyTalkProfile["blocked"]; locale: string; me: string };

/** Whom one keeps away, and how to take that back. */
export function BlockedPeople({ blocked, locale, me }: BlockedProps) {
  const t = useTranslations("account.talk");
  if (blocked.length === 0) return null;
  return (
    <Card small className="stack gap-3">
      <h2 className="text-lg">{t("blocked")}</h2>
      <ul className="divided">
        {blocked.map(({ personId, name }) => (
          <li key={personId} className="row between py-2">
            {name}
            <form method="post" action="/api/me/blocks">
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="back" value="/me/profile" />
              <input type="hidden" name="personId" value={personId} />
              <FormOf me={me} />
              <Button type="submit" size="sm" name="blocked" value="no">
                {t("unblock")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
