import { useTranslations } from "next-intl";
import { Points } from "@/components/desk/points";
import { SeriesForm } from "@/components/desk/series-form";
import { ClientMessages } from "@/components/site/client-messages";
import { OnceField } from "@/components/ui/once-field";
import type { NetworkView } from "@/domain/alliance/queries";
import type { Locale } from "@/lib/i18n/locales";

const left = [
  "registrations",
  "invitations",
  "messages",
  "people",
  "hosts",
  "places",
  "surveys",
  "publication",
] as const;

/** A series from a file: the file, the first day, what becomes of it, and what does not. */
export function ImportSeries({ network, locale }: { network: NetworkView; locale: Locale }) {
  const t = useTranslations("templates.import");
  return (
    <>
      <div className="deskhead">
        <h1>{t("title")}</h1>
        <p className="muted">{t("intro")}</p>
      </div>
      <div className="deskcols">
        <ClientMessages locale={locale} areas={["errors", "registration", "templates"]}>
          <SeriesForm locale={locale} once={<OnceField />}>
            <input type="hidden" name="networkId" value={network.id} />
            <input type="hidden" name="locale" value={locale} />
          </SeriesForm>
        </ClientMessages>
        <aside className="stack gap-4">
          <Points title={t("left.title")} icon="x" points={left.map((key) => t(`left.${key}`))} />
        </aside>
      </div>
    </>
  );
}
