import { useTranslations } from "next-intl";
import { TemplateRow } from "@/components/desk/template-row";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { NetworkView } from "@/domain/alliance/queries";
import type { TemplateView } from "@/domain/planning/queries/templates";
import { templateName } from "@/domain/planning/schema";
import type { SeriesView } from "@/domain/programme/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type ShelfProps = {
  network: NetworkView;
  templates: readonly TemplateView[];
  series: readonly SeriesView[];
  locale: Locale;
};

/** What a network plans from: its own templates, the five built in, and whole series as files. */
export function TemplateShelf({ network, templates, series, locale }: ShelfProps) {
  const t = useTranslations("templates");
  const names = useTranslations("organizer.templates");
  const offered = templates.filter(({ isArchived }) => !isArchived);
  const archived = templates.filter(({ isArchived }) => isArchived);
  return (
    <>
      <div className="deskhead">
        <h1>{t("shelf.title")}</h1>
        <p className="muted">{t("shelf.intro")}</p>
      </div>
      <div className="stack gap-6">
        <section className="stack gap-3">
          <h2 className="text-xl">{t("shelf.own")}</h2>
          <Rows templates={offered} empty={t("shelf.none")} />
          {archived.length > 0 ? <h3>{t("shelf.archived")}</h3> : null}
          {archived.length > 0 ? <Rows templates={archived} /> : null}
          <h3>{t("shelf.builtIn")}</h3>
          <p className="small muted">{templateName.options.map((name) => names(name)).join(", ")}</p>
        </section>
        <SeriesFiles {...{ network, series, locale }} />
      </div>
    </>
  );
}

function Rows({ templates, empty }: { templates: readonly TemplateView[]; empty?: string }) {
  if (templates.length === 0) return <p className="small muted">{empty}</p>;
  return (
    <ul className="editlist">
      {templates.map((template) => (
        <TemplateRow key={template.id} template={template} />
      ))}
    </ul>
  );
}

function SeriesFiles({ network, series, locale }: Omit<ShelfProps, "templates">) {
  const t = useTranslations("templates.series");
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="small muted">{t("intro")}</p>
      {series.length === 0 ? <p className="small muted">{t("none")}</p> : null}
      <ul className="divided">
        {series.map(({ id, title }) => (
          <li key={id} className="row between py-3">
            <span className="grow">{title}</span>
            <ButtonLink
              size="sm"
              variant="quiet"
              href={`/api/networks/${network.id}/series/${id}`}
              aria-label={t("downloadNamed", { title })}
              download
            >
              <Icon name="download" />
              {t("download")}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink href={href(locale, `/o/${network.slug}/templates/import`)}>
          <Icon name="upload" />
          {t("import")}
        </ButtonLink>
      </p>
    </section>
  );
}
