import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";

type OrganisationFormProps = { locale: Locale; next: string; name: string };

/** The way through an organisation's own sign-in. Nobody there is asked before the button is pressed. */
export function OrganisationForm({ locale, next, name }: OrganisationFormProps) {
  const t = useTranslations("signin.organisation");
  return (
    <section className="stack" aria-labelledby="organisation-title">
      <h2 id="organisation-title" className="text-xl">
        {t("title")}
      </h2>
      <form className="form stack" method="post" action="/api/sign-in/organisation">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="next" value={next} />
        <p className="small muted">{t("text", { name })}</p>
        <Button type="submit" size="lg" block>
          {t("button", { name })}
        </Button>
      </form>
    </section>
  );
}
