import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** In place of a message's preview while it is for nobody. */
export function NobodyToShow() {
  return <Notice tone="info" title={useTranslations("mails.preview")("nobody")} />;
}
