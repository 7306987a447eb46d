import { useTranslations } from "next-intl";
import { AddressTiesNote } from "@/components/account/address-ties-note";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button, ButtonLink } from "@/components/ui/button";
import type { AddressTies } from "@/domain/alliance/queries/address-ties";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type AddressConfirmProps = {
  /** Undefined for a link that is over; the ties for everybody but the person whom it is about. */
  change: { fromEmail: string; toEmail: string; ties: AddressTies | undefined } | undefined;
  isDone: boolean;
  refused: RefusedForm | undefined;
  locale: Locale;
};

/** One button that makes the new address count; or that it does, or that the link is over. */
export function AddressConfirm({ change, isDone, refused, locale }: AddressConfirmProps) {
  const t = useTranslations("privacy.email");
  const { problems } = useFieldErrors(refused);
  if (isDone)
    return (
      <div className="wrap wrap--text stack section">
        <h1>{t("done")}</h1>
        <p className="lead">{t("doneText")}</p>
        <p>
          <ButtonLink variant="primary" href={href(locale, "/login")}>
            {t("login")}
          </ButtonLink>
        </p>
      </div>
    );
  return (
    <div className="wrap wrap--text stack section">
      <h1>{t("confirmTitle")}</h1>
      <RefusedSummary refused={refused} problems={problems} />
      {change ? (
        <form className="stack gap-4" method="post" action="/api/me/email/confirm">
          <input type="hidden" name="locale" value={locale} />
          <p className="lead">{t("confirmText", { from: change.fromEmail, to: change.toEmail })}</p>
          {change.ties && <AddressTiesNote {...change} ties={change.ties} />}
          <p>
            <Button type="submit" variant="primary" size="lg">
              {t("confirm")}
            </Button>
          </p>
        </form>
      ) : (
        <>
          <p className="lead">{t("over")}</p>
          <p>
            <ButtonLink href={href(locale, "/me/data")}>{t("toData")}</ButtonLink>
          </p>
        </>
      )}
    </div>
  );
}
