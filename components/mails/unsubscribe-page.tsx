import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locales";

type UnsubscribePageProps = {
  network: string;
  token: string;
  /** What holds now, whether or not it was done just here. */
  isOff: boolean;
  locale: Locale;
};

/** One button that ends mails of a network, and the way back. The address is not shown: the link may be forwarded. */
export function UnsubscribePage({ network, token, isOff, locale }: UnsubscribePageProps) {
  const t = useTranslations("mails.unsubscribe");
  return (
    <div className="wrap wrap--text section--tight stack gap-4">
      <h1>{t("title")}</h1>
      {isOff ? (
        <Notice tone="success" role="status" title={t("isOff", { network })} />
      ) : (
        <p className="lead">{t("text", { network })}</p>
      )}
      <Card>
        <form className="stack gap-3" method="post" action={`/api/unsubscribe/${token}`}>
          <input type="hidden" name="page" value="yes" />
          <input type="hidden" name="locale" value={locale} />
          <p>
            <Button
              type="submit"
              variant={isOff ? "secondary" : "primary"}
              name="want"
              value={isOff ? "on" : "off"}
            >
              {t(isOff ? "on" : "off")}
            </Button>
          </p>
          <p className="small muted">{t("stays")}</p>
        </form>
      </Card>
    </div>
  );
}
