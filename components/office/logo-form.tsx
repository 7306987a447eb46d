import { useTranslations } from "next-intl";
import { removeLogoAction } from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { FileForm } from "@/components/desk/file-form";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NetworkMark } from "@/components/ui/network-mark";
import { Notice } from "@/components/ui/notice";
import type { NetworkView } from "@/domain/alliance/queries";
import { logoOf } from "@/domain/alliance/rules";
import { acceptedPictures } from "@/lib/file-limits";
import type { Locale } from "@/lib/i18n/locales";

type LogoFormProps = {
  network: NetworkView;
  /** Of the page itself, without language prefix. */
  path: string;
  locale: Locale;
  refused: RefusedForm | undefined;
  isSaved: boolean;
};

/** The network's logo: shown, brought, described, taken away. */
export function LogoForm({ network, path, locale, refused, isSaved }: LogoFormProps) {
  const t = useTranslations("office.logo");
  const { errorOf } = useFieldErrors(refused);
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
      <FileForm
        action={`/api/networks/${network.id}/logo`}
        back={path}
        locale={locale}
        file={{ label: t("file"), hint: t("fileHint"), accept: acceptedPictures, required: !logo }}
        submit={t("save")}
        look={{ variant: "secondary", size: "sm" }}
        refused={refused}
      >
        <Field
          label={t("alt")}
          hint={t("altHint")}
          name="alt"
          maxLength={160}
          defaultValue={refused?.entered.alt ?? network.logoAlt}
          error={errorOf("alt")}
        />
      </FileForm>
    </Card>
  );
}
