import { useTranslations } from "next-intl";
import { AddressTiesNote } from "@/components/account/address-ties-note";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { AddressTies } from "@/domain/alliance/queries/address-ties";
import type { Locale } from "@/lib/i18n/locales";

type AddressCardProps = {
  email: string;
  /** Of the networks that the person belongs to by their address. */
  ties: AddressTies;
  isFresh: boolean;
  isSent: boolean;
  entered: string | undefined;
  problem: string | undefined;
  locale: Locale;
};

/** Asks for another address; it counts once the mail that goes there was confirmed. */
export function AddressCard({ email, ties, isFresh, isSent, entered, problem, locale }: AddressCardProps) {
  const t = useTranslations("privacy");
  return (
    <Card flush id="address" aria-labelledby="address-title">
      <CardHead>
        <h2 id="address-title">{t("email.title")}</h2>
      </CardHead>
      <CardBody>
        <form className="form" method="post" action="/api/me/email" noValidate>
          <input type="hidden" name="locale" value={locale} />
          {isSent ? <Notice tone="success" role="status" title={t("email.sent")} /> : null}
          <p className="muted">{t("email.text", { email })}</p>
          <AddressTiesNote ties={ties} fromEmail={email} />
          {isFresh ? (
            <>
              <Field
                label={t("email.new")}
                name="email"
                type="email"
                autoComplete="email"
                required
                defaultValue={entered}
                error={problem}
              />
              <Button type="submit">{t("email.send")}</Button>
            </>
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
