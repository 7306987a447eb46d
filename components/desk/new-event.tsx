import { useTranslations } from "next-intl";
import { planEventAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField, ActionSelect, ActionTile } from "@/components/desk/answered-form";
import { TemplateFacts } from "@/components/desk/template-facts";
import { Icon, type IconName } from "@/components/ui/icon";
import { NetworkMark } from "@/components/ui/network-mark";
import type { NetworkView } from "@/domain/alliance/queries";
import type { TemplateView } from "@/domain/planning/queries/templates";
import { type TemplateName, templates } from "@/domain/planning/schema";
import { type Locale, locales } from "@/lib/i18n/locales";

const icons: Record<TemplateName, IconName> = {
  webinar: "presentation",
  workshop: "workshop",
  forum: "forum",
  matchmaking: "talk",
  hybrid: "hybrid",
};
const names: TemplateName[] = ["webinar", "workshop", "forum", "matchmaking", "hybrid"];

type NewEventProps = {
  network: NetworkView;
  others: readonly NetworkView[];
  /** What the network saved itself; offered after the five. */
  own: readonly TemplateView[];
  locale: Locale;
  start: string;
  /** Weeks that it could be part of, and the one from whose page one comes. */
  series: readonly { id: string; title: string }[];
  chosen?: string | undefined;
};

/** Template tiles, then title, start and hosts; everything else comes from the template. */
export function NewEvent(props: NewEventProps) {
  const { network, others, own, locale, start, series, chosen } = props;
  const t = useTranslations("organizer");
  const a = useTranslations("account.profile.languages");
  const factsOf = (name: TemplateName) => {
    const { minutes, capacity, ...more } = templates[name];
    const facts = t("create.minutes", { count: minutes, seats: capacity });
    return "onsiteCapacity" in more
      ? `${facts}, ${t("create.onsite", { count: more.onsiteCapacity })}`
      : facts;
  };
  return (
    <>
      <h1>{t("create.title")}</h1>
      <ActionForm
        action={planEventAction}
        submit={t("create.draft")}
        look={{ variant: "primary", size: "lg" }}
        className="form deskform"
      >
        <input type="hidden" name="networkId" value={network.id} />
        <input type="hidden" name="locale" value={locale} />
        <div className="step">
          <span className="step__n">1</span>
          <h2 id="template">{t("create.template")}</h2>
        </div>
        <fieldset className="tiles" aria-labelledby="template">
          {names.map((name, index) => (
            <ActionTile key={name} name="template" value={name} defaultChecked={index === 0}>
              <Icon name={icons[name]} />
              <b>{t(`templates.${name}`)}</b>
              <span className="small muted">{t(`templates.${name}Hint`)}</span>
              <small>{factsOf(name)}</small>
            </ActionTile>
          ))}
          {own.map((template) => (
            <ActionTile key={template.id} name="template" value={template.id}>
              <Icon name="star" />
              <b>{template.name}</b>
              <TemplateFacts plan={template.plan} />
            </ActionTile>
          ))}
        </fieldset>
        <div className="step">
          <span className="step__n">2</span>
          <h2>{t("create.three")}</h2>
        </div>
        <ActionField label={t("create.name")} name="title" required maxLength={140} />
        <ActionField
          label={t("create.start")}
          hint={t("create.startHint")}
          name="startsLocal"
          type="datetime-local"
          required
          defaultValue={start}
        />
        <SeriesChoice series={series} chosen={chosen} />
        <details>
          <summary className="strong small">{t("create.more")}</summary>
          <ActionSelect
            label={t("create.language")}
            name="language"
            defaultValue=""
            options={[
              { value: "", label: t("create.asTemplate") },
              ...locales.map((value) => ({ value, label: a(value) })),
            ]}
          />
          <h3 className="small strong mt-4">{t("create.hosts")}</h3>
          <p className="small muted">{t("create.hostsHint", { name: network.name })}</p>
          <div className="choices">
            {others.map((other) => (
              <ActionCheck
                key={other.id}
                name="coHostNetworkIds"
                value={other.id}
                label={
                  <span className="netline">
                    <NetworkMark mark={other.mark} colour={other.colour} size="sm" />
                    <span>{other.name}</span>
                  </span>
                }
              />
            ))}
          </div>
        </details>
      </ActionForm>
    </>
  );
}

/** Only where there is a week to be part of. */
function SeriesChoice({ series, chosen }: Pick<NewEventProps, "series" | "chosen">) {
  const t = useTranslations("series.choice");
  if (series.length === 0) return null;
  const none = { value: "", label: t("none") };
  return (
    <ActionSelect
      label={t("title")}
      name="seriesId"
      defaultValue={series.some(({ id }) => id === chosen) ? chosen : ""}
      options={[none, ...series.map(({ id, title }) => ({ value: id, label: title }))]}
    />
  );
}
