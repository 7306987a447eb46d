import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** Instead of a form that asks for a fresh sign-in: sends the link for one, and comes back to the page. */
export function FreshGate({ email, locale }: { email: string; locale: Locale }) {
  const t = useTranslations("privacy.fresh");
  return (
    <form className="stack gap-3" method="post" action="/api/sign-in/request">
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={href(locale, "/me/data")} />
      <p className="muted">{t("text", { email })}</p>
      <p>
        <Button type="submit">{t("send")}</Button>
      </p>
    </form>
  );
}
