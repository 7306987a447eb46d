import { useTranslations } from "next-intl";
import { createSeriesAction } from "@/actions/series";
import { ActionForm } from "@/components/desk/action-form";
import { SeriesFields } from "@/components/desk/series-fields";
import type { NetworkView } from "@/domain/alliance/queries";
import type { Locale } from "@/lib/i18n/locales";

/** A series begins with a name and its days; everything else can be said on its page. */
export function NewSeries({ network, locale }: { network: NetworkView; locale: Locale }) {
  const t = useTranslations("series.desk");
  const fields = useTranslations("series.fields");
  return (
    <>
      <div className="deskhead">
        <h1>{t("new")}</h1>
        <p className="muted">{t("newHint")}</p>
      </div>
      <ActionForm
        action={createSeriesAction}
        submit={t("create")}
        look={{ variant: "primary", size: "lg" }}
        className="form deskform"
        names={{ title: fields("title"), summary: fields("summary") }}
      >
        <input type="hidden" name="networkId" value={network.id} />
        <SeriesFields locale={locale} />
      </ActionForm>
    </>
  );
}
