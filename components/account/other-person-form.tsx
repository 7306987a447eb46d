import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type OtherPersonFormProps = {
  other: { registrationId: string; name: string; email: string; signedInAs: string };
  /** Where the link leads, with its language prefix. */
  next: string;
  locale: Locale;
};

/** A mailed link of somebody else than who is signed in: out and on as that person, or back to one's own. */
export function OtherPersonForm({ other, next, locale }: OtherPersonFormProps) {
  const t = useTranslations("signin.other");
  const { name, email, signedInAs } = other;
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("text", { name, email, signedInAs })}</p>
      <form method="post" action="/api/sign-in/out">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="as" value={other.registrationId} />
        <input type="hidden" name="next" value={next} />
        <Button type="submit" variant="primary" size="lg" block>
          {t("switch", { name })}
        </Button>
      </form>
      <p>{t("window", { signedInAs })}</p>
      <p>
        <ButtonLink href={href(locale, "/me")}>{t("stay", { signedInAs })}</ButtonLink>
      </p>
    </>
  );
}
