import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { AddressTies } from "@/domain/alliance/queries/address-ties";

type AddressTiesNoteProps = {
  ties: AddressTies;
  fromEmail: string;
  /** Undefined where nobody has said yet which one it will be. */
  toEmail?: string;
};

/** What a change of the address does to memberships, said before it is confirmed. */
export function AddressTiesNote({ ties, fromEmail, toEmail }: AddressTiesNoteProps) {
  const t = useTranslations("privacy.email");
  const lists = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const domain = fromEmail.slice(fromEmail.indexOf("@") + 1);
  const ending = { domain, networks: lists.format(ties.ending) };
  return (
    <>
      {ties.carried.length > 0 ? <p>{t("carried", { networks: lists.format(ties.carried) })}</p> : null}
      {ties.ending.length > 0 ? (
        <Notice tone="warning" title={toEmail === undefined ? t("mayEnd", ending) : t("ends", ending)}>
          <p>{t("endsHow")}</p>
        </Notice>
      ) : null}
    </>
  );
}
