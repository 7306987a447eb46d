import { useTranslations } from "next-intl";
import { removeLogoAction } from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NetworkMark } from "@/components/ui/network-mark";
import { Notice } from "@/components/ui/notice";
import { OnceField } from "@/components/ui/once-field";
import type { NetworkView } from "@/domain/alliance/queries";
import { logoOf } from "@/domain/alliance/rules";
import type { Locale } from "@/lib/i18n/locales";

type LogoFormProps = {
  network: NetworkView;
  /** Of the page itself, without language prefix. */
  path: string;
  locale: Locale;
  refused: RefusedForm | undefined;
  isSaved: boolean;
};

/** The network's logo: shown, brought, described, taken away. A plain form, because a file is not held before it is asked who sends it. */
export function LogoForm({ network, path, locale, refused, isSaved }: LogoFormProps) {
  const t = useTranslations("office.logo");
  const { problems, errorOf } = useFieldErrors(refused);
  const logo = logoOf(network);
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      {isSaved ? (
        <Notice tone="success" role="status">
          {t("saved")}
        </Notice>
      ) : null}
      {logo ? (
        <div className="row gap-3">
          <NetworkMark mark={network.mark} colour={network.colour} logo={logo} size="lg" />
          <ActionForm
            action={removeLogoAction}
            submit={t("remove")}
            look={{ variant: "danger-quiet", size: "sm" }}
            className="row"
            id="logo-remove"
          >
            <input type="hidden" name="networkId" value={network.id} />
          </ActionForm>
        </div>
      ) : null}
      <form
        className="form"
        method="post"
        action={`/api/networks/${network.id}/logo`}
        encType="multipart/form-data"
      >
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="back" value={path} />
        <RefusedSummary refused={refused} problems={problems} />
        <Field
          label={t("file")}
          hint={t("fileHint")}
          name="file"
          type="file"
          required={!logo}
          accept=".png,.jpg,.jpeg,.webp"
          error={errorOf("file")}
        />
        <Field
          label={t("alt")}
          hint={t("altHint")}
          name="alt"
          maxLength={160}
          defaultValue={refused?.entered.alt ?? network.logoAlt}
          error={errorOf("alt")}
        />
        <Button type="submit" variant="secondary" size="sm">
          {t("save")}
        </Button>
      </form>
    </Card>
  );
}
