import { useTranslations } from "next-intl";
import type { MyMeeting } from "@/components/talks/talk-views";

/** Where a talk takes place on site; nothing for one that takes place online alone. */
export function TablePlace({ table }: Pick<MyMeeting, "table">) {
  const t = useTranslations("talks.place");
  if (!table) return null;
  return <p className="small strong">{t(table.isShared ? "table" : "mixed", { number: table.number })}</p>;
}
