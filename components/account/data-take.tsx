import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** The copy of one's data: to read, or as a file. */
export function DataTake({ isFresh, locale }: { isFresh: boolean; locale: Locale }) {
  const t = useTranslations("privacy");
  return (
    <Card flush>
      <CardHead>
        <h2>{t("copy.card")}</h2>
      </CardHead>
      <CardBody>
        <form className="stack gap-3" method="post" action="/api/me/data">
          <input type="hidden" name="locale" value={locale} />
          <p className="muted">{t("copy.text")}</p>
          {isFresh ? (
            <div className="row gap-2">
              <ButtonLink variant="primary" href={href(locale, "/me/data/copy")}>
                {t("copy.read")}
              </ButtonLink>
              <Button type="submit">{t("copy.file")}</Button>
            </div>
          ) : (
            <p className="small">
              <a href="#fresh">{t("fresh.needed")}</a>
            </p>
          )}
        </form>
      </CardBody>
    </Card>
  );
}
