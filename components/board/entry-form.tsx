import { useTranslations } from "next-intl";
import type { EntryPage } from "@/components/board/board-words";
import { TagPicker } from "@/components/board/tag-picker";
import { type RefusedForm, tickedIn, useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { ClientMessages } from "@/components/site/client-messages";
import { Button, ButtonLink } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { OnceField } from "@/components/ui/once-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { audiences, cooperations, entryKinds } from "@/domain/board/labels";
import type { PickField } from "@/domain/board/rules";
import { TEXT_LENGTH, TITLE_LENGTH } from "@/domain/board/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./board.css";

type Named = { id: string; label: string };
export type EntryFormProps = {
  /** Where it posts to. */
  action: string;
  series: { id: string; slug: string };
  /** What is changed; undefined for a new one. */
  entry?: EntryPage | undefined;
  fields: readonly PickField[];
  /** Whether it is written in the name of a network. */
  isOffice: boolean;
  /** Networks whose people can be meant. */
  networks: readonly Named[];
  events: readonly Named[];
  organisation: string;
  until: string;
  me: string;
  locale: Locale;
  refused: RefusedForm | undefined;
};

const optionsOf = (list: readonly Named[]) => list.map(({ id, label }) => ({ value: id, label }));

/** What the form shows: what was typed before a refusal, else what is stored, else what is proposed. */
function shownOf({ entry, refused, organisation, until }: EntryFormProps) {
  const raw = entry?.raw;
  const said: Record<string, string> = refused?.entered ?? {
    kind: raw?.kind ?? "need",
    title: raw?.title ?? "",
    text: raw?.text ?? "",
    organisation: raw?.organisation ?? organisation,
    audience: raw?.audience ?? "alliance",
    eventId: raw?.eventId ?? "",
    audienceNetworkId: raw?.audienceNetworkId ?? "",
    validUntil: raw ? raw.validUntil.toISOString().slice(0, 10) : until,
    anonymous: raw?.anonymous ? "on" : "",
  };
  const tags = refused ? tickedIn(refused, "tags") : (entry?.tags.map(({ tag }) => tag) ?? []);
  const ticked = refused ? tickedIn(refused, "cooperation") : (raw?.cooperation ?? []);
  return { said, tags, ticked };
}

function Audience({ said, props }: { said: Record<string, string>; props: EntryFormProps }) {
  const t = useTranslations("board");
  const { events, networks } = props;
  const open = networks.length > 0 ? audiences : audiences.filter((one) => one !== "network");
  return (
    <>
      <Select
        label={t("form.audience")}
        name="audience"
        defaultValue={said.audience}
        options={open.map((value) => ({ value, label: t(`audiences.${value}`) }))}
      />
      {events.length > 0 ? (
        <Select
          label={t("form.event")}
          name="eventId"
          defaultValue={said.eventId}
          options={[{ value: "", label: t("form.wholeSeries") }, ...optionsOf(events)]}
        />
      ) : null}
      {networks.length > 0 ? (
        <Select
          label={t("form.audienceNetwork")}
          name="audienceNetworkId"
          defaultValue={said.audienceNetworkId}
          options={[{ value: "", label: "–" }, ...optionsOf(networks)]}
        />
      ) : null}
    </>
  );
}

/** An entry to write or to change. A plain form: everything but the search for topics works without a script. */
export function EntryForm(props: EntryFormProps) {
  const { action, series, entry, fields, isOffice, me, locale, refused } = props;
  const t = useTranslations("board");
  const topics = useTranslations("tags");
  const { problems, errorOf } = useFieldErrors(refused, {
    ...{ title: t("form.title"), text: t("form.text") },
    tags: topics("legend"),
  });
  const { said, tags, ticked } = shownOf(props);
  return (
    <form className="form" method="post" action={action} noValidate>
      <OnceField />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="formOf" value={me} />
      <input type="hidden" name="seriesId" value={series.id} />
      <input type="hidden" name="seriesSlug" value={series.slug} />
      <RefusedSummary refused={refused} problems={problems} />
      <fieldset className="blegend">
        <legend>{t("form.kind")}</legend>
        {entryKinds.map((kind) => (
          <Check
            key={kind}
            type="radio"
            name="kind"
            value={kind}
            defaultChecked={said.kind === kind}
            label={t(`form.kinds.${kind}`)}
          />
        ))}
      </fieldset>
      <Field
        label={t("form.title")}
        hint={t("form.titleHint")}
        name="title"
        required
        maxLength={TITLE_LENGTH}
        defaultValue={said.title}
        error={errorOf("title")}
      />
      <TextArea
        label={t("form.text")}
        optional={t("form.optional")}
        name="text"
        rows={6}
        maxLength={TEXT_LENGTH}
        defaultValue={said.text}
        error={errorOf("text")}
      />
      <Topics {...{ fields, tags, locale, kind: said.kind ?? "need", error: errorOf("tags") }} />
      <fieldset className="blegend">
        <legend>{t("form.cooperation")}</legend>
        {cooperations.map((kind) => (
          <Check
            key={kind}
            name="cooperation"
            value={kind}
            defaultChecked={ticked.includes(kind)}
            label={t(`cooperations.${kind}`)}
          />
        ))}
      </fieldset>
      <Field
        label={t("form.organisation")}
        optional={t("form.optional")}
        name="organisation"
        maxLength={120}
        defaultValue={said.organisation}
        error={errorOf("organisation")}
      />
      {isOffice ? (
        <Check
          name="anonymous"
          value="on"
          defaultChecked={said.anonymous === "on"}
          label={t("form.anonymous")}
          hint={t("form.anonymousHint")}
        />
      ) : null}
      <Audience said={said} props={props} />
      <Field
        label={t("form.validUntil")}
        name="validUntil"
        type="date"
        required
        defaultValue={said.validUntil}
        error={errorOf("validUntil")}
      />
      {entry ? null : <p className="small muted">{t("form.filesLater")}</p>}
      <div className="row gap-3">
        <Button type="submit" variant="primary">
          {entry ? t("form.change") : t("form.save")}
        </Button>
        <ButtonLink href={href(locale, `/s/${series.slug}/board${entry ? `/${entry.id}` : ""}`)}>
          {t("form.cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

type TopicsProps = {
  fields: readonly PickField[];
  tags: readonly string[];
  locale: Locale;
  kind: string;
  error: string | undefined;
};

function Topics({ fields, tags, locale, kind, error }: TopicsProps) {
  const t = useTranslations("tags");
  return (
    <div className="stack gap-2">
      <ClientMessages locale={locale} areas={["tags"]}>
        <TagPicker
          name="tags"
          legend={t("legend")}
          fields={fields}
          chosen={tags}
          locale={locale}
          kind={kind === "offer" ? "offer" : "need"}
          error={error}
        />
      </ClientMessages>
      <p className="small muted">{t("hint")}</p>
    </div>
  );
}
