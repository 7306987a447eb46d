import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { Refusal, type Refused, useRefusal } from "./refusal";

type LoginFormProps = { locale: Locale; next: string; refused: Refused };

/** One field, no password: a plain form that works without JavaScript. */
export function LoginForm({ locale, next, refused }: LoginFormProps) {
  const t = useTranslations("signin");
  const problem = useRefusal(refused, "email");
  return (
    <form className="form stack" method="post" action="/api/sign-in/request" noValidate>
      <Refusal refused={refused} text={problem} field="email" />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      <Field
        label={t("email")}
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={refused?.entered.email}
        error={problem}
      />
      <Button type="submit" variant="primary" size="lg" block>
        {t("send")}
      </Button>
    </form>
  );
}
