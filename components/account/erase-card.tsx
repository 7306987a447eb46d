import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { OfficeTask } from "@/domain/alliance/queries/tasks";
import { fates, personalTables } from "@/domain/privacy/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import type dePrivacy from "@/messages/de/privacy.json";

type TableKey = keyof (typeof dePrivacy)["tables"];
type WhyKey = keyof (typeof dePrivacy)["why"];

/** What becomes of each table: gone, without a name, or kept for a reason. */
function Fates() {
  const t = useTranslations("privacy");
  const isTable = (name: string): name is TableKey => t.has(`tables.${name as TableKey}`);
  const isWhy = (name: string): name is WhyKey => t.has(`why.${name as WhyKey}`);
  return fates.map((fate) => (
    <div key={fate}>
      <h3 className="text-lg">{t(`erase.fates.${fate}`)}</h3>
      <ul>
        {Object.entries(personalTables).map(([name, { fate: ofTable }]) =>
          ofTable === fate && isTable(name) ? (
            <li key={name}>
              {t(`tables.${name}`)}
              {isWhy(name) ? `: ${t(`why.${name}`)}` : ""}
            </li>
          ) : null,
        )}
      </ul>
    </div>
  ));
}

type EraseCardProps = {
  email: string;
  isFresh: boolean;
  /** Networks that would have no owner without this person: those come first. */
  handOver: readonly OfficeTask[];
  locale: Locale;
  /** What was wrong with the address that was typed. */
  problem: string | undefined;
};

/** A network always has an owner, so whoever is the only one hands it over before leaving. */
function HandOver({ handOver, locale }: Pick<EraseCardProps, "handOver" | "locale">) {
  const t = useTranslations("privacy.erase");
  if (handOver.length === 0) return null;
  return (
    <Notice tone="warning" title={t("handOver")}>
      <p>{t("handOverHow")}</p>
      <ul>
        {handOver.map(({ networkId, slug, name }) => (
          <li key={networkId}>
            <a href={href(locale, `/o/${slug}/office/roles`)}>{t("handOverLink", { network: name })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Erasing oneself: what it does to every table, and the form for it, which asks for the own address. */
export function EraseCard({ email, isFresh, handOver, locale, problem }: EraseCardProps) {
  const t = useTranslations("privacy");
  return (
    <Card flush id="erase" aria-labelledby="erase-title">
      <CardHead>
        <h2 id="erase-title">{t("erase.title")}</h2>
      </CardHead>
      <CardBody>
        <div className="stack gap-4">
          <p>{t("erase.lead")}</p>
          <p className="muted">{t("erase.take")}</p>
          <details>
            <summary>{t("erase.what")}</summary>
            <div className="stack gap-4 mt-4 small">
              <Fates />
            </div>
          </details>
          <HandOver {...{ handOver, locale }} />
          {isFresh ? (
            <form className="form" method="post" action="/api/me/data/erase" noValidate>
              <input type="hidden" name="locale" value={locale} />
              <Field
                label={t("erase.typed")}
                hint={t("erase.typedHint", { email })}
                name="typed"
                type="email"
                autoComplete="off"
                required
                error={problem}
              />
              <Button type="submit" variant="danger">
                {t("erase.button")}
              </Button>
            </form>
          ) : (
            <p className="small">
              <a href="#fresh">{t("fresh.needed")}</a>
            </p>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
