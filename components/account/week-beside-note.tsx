import { useTranslations } from "next-intl";
import type { Beside, Besides } from "@/components/account/week-beside";

/** As many are named; a day of a conference can hold a dozen talks. */
const NAMED = 3;

/** In small words under an entry what the person has at the same time: as a warning only where nobody can be in both. */
export function BesideNote({ besides }: { besides: Besides | undefined }) {
  if (!besides) return null;
  return (
    <>
      <Line kind="clashes" list={besides.clashes} look="small text-warning" />
      <Line kind="around" list={besides.around} look="small muted" />
      <Line kind="within" list={besides.within} look="small muted" />
    </>
  );
}

type LineProps = { kind: keyof Besides; list: readonly Beside[]; look: string };

function Line({ kind, list, look }: LineProps) {
  const t = useTranslations("account.week.beside");
  if (list.length === 0) return null;
  const titles = list.slice(0, NAMED).map((one) => t(one.kind, { title: one.title }));
  return (
    <span className={look}>
      {t(kind, { titles: titles.join(", "), more: Math.max(0, list.length - NAMED) })}
    </span>
  );
}
