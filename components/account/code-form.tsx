import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { Refusal, type Refused, useRefusal } from "./refusal";

/** The six digits from the mail, for whoever reads it on another device. */
export function CodeForm({ locale, refused }: { locale: Locale; refused: Refused }) {
  const t = useTranslations("signin");
  const problem = useRefusal(refused, "code");
  return (
    <form className="form stack" method="post" action="/api/sign-in/code" noValidate>
      <Refusal refused={refused} text={problem} field="code" />
      <input type="hidden" name="locale" value={locale} />
      <Field
        label={t("code")}
        hint={t("codeHint")}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
        error={problem}
      />
      <Button type="submit" variant="primary" size="lg" block>
        {t("codeSend")}
      </Button>
      <p className="small">
        <a href={href(locale, "/login")}>{t("again")}</a>
      </p>
    </form>
  );
}
