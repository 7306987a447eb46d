import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import type deSignin from "@/messages/de/signin.json";

type WhyKey = keyof (typeof deSignin)["organisation"]["why"];
type OrganisationProblemProps = { locale: Locale; name: string; why: string; next: string };

/** Says what was wrong, and leads on: by mail, which always works, or through the organisation once more. */
export function OrganisationProblem({ locale, name, why, next }: OrganisationProblemProps) {
  const t = useTranslations("signin.organisation");
  const said = useTranslations("signin.organisation.why");
  const isKnown = (key: string): key is WhyKey => said.has(key as WhyKey);
  return (
    <>
      <h1>{t("problemTitle")}</h1>
      <Notice tone="warning">{said(isKnown(why) ? why : "failed", { name })}</Notice>
      <ButtonLink
        variant="primary"
        size="lg"
        block
        href={href(locale, `/login?${new URLSearchParams({ next })}`)}
      >
        {t("byMail")}
      </ButtonLink>
      <form method="post" action="/api/sign-in/organisation">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="next" value={next} />
        <Button type="submit" size="lg" block>
          {t("again")}
        </Button>
      </form>
    </>
  );
}
