import { useTranslations } from "next-intl";
import { isMailKind, kindLabels } from "@/domain/notifications/labels";

/** What a mail is about, in the words of whoever reads a list of them. */
export function MailKindName({ kind }: { kind: string }) {
  const t = useTranslations("mails.log.kinds");
  return isMailKind(kind) ? t(kindLabels[kind]) : kind;
}
