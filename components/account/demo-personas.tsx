import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import type { Locale } from "@/lib/i18n/locales";

const personas = ["participant", "speaker", "organizer", "partner"] as const;

/** The people of the demo, one click each. Only shown, and only working, in demo mode. */
export function DemoPersonas({ locale, next }: { locale: Locale; next: string }) {
  const t = useTranslations("signin");
  return (
    <Card>
      <CardBody>
        <section className="stack" aria-labelledby="demo-title">
          <h2 id="demo-title">{t("demoTitle")}</h2>
          <p className="small muted">{t("demoText")}</p>
          {personas.map((persona) => (
            <form key={persona} method="post" action="/api/dev/sign-in">
              <input type="hidden" name="persona" value={persona} />
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="next" value={next} />
              <Button type="submit" block>
                {t(`demo.${persona}`)}
              </Button>
            </form>
          ))}
        </section>
      </CardBody>
    </Card>
  );
}
