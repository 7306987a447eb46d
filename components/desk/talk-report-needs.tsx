import { useTranslations } from "next-intl";
import type { TalkReportView } from "@/domain/matchmaking/queries/talk-report";
import type { Locale } from "@/lib/i18n/locales";

/** Topics that are sought, and for how many of the people who seek them nobody was found. */
export function ReportNeeds({ report, locale }: { report: TalkReportView; locale: Locale }) {
  const t = useTranslations("talkReport");
  const { topics, otherNeeds } = report;
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("needs")}</h2>
      <p className="small muted">{t("needsNote")}</p>
      {topics.length === 0 ? (
        <p className="muted">{t("noNeeds")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label={t("needs")}>
          <table className="table reporttable">
            <thead>
              <tr>
                <th scope="col">{t("topic")}</th>
                {[t("sought"), t("unmet"), t("offered")].map((label) => (
                  <th key={label} scope="col" className="r">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {topics.map(({ tag, words, sought, unmet, offered }) => (
                <tr key={tag} data-line={tag}>
                  <th scope="row">{words[locale]}</th>
                  <td className="r">{sought}</td>
                  <td className="r">{unmet}</td>
                  <td className="r">{offered}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {otherNeeds ? <p className="small muted">{t("otherNeeds", otherNeeds)}</p> : null}
    </section>
  );
}

/** What on the board waits for somebody. */
export function ReportEntries({ entries }: Pick<TalkReportView, "entries">) {
  const t = useTranslations("talkReport");
  if (!entries) return null;
  const { own, others } = entries;
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("entries")}</h2>
      <p className="small muted">{t("entriesNote")}</p>
      {own.length === 0 ? (
        <p className="muted">{t("noEntries")}</p>
      ) : (
        <ul className="divided">
          {own.map(({ entryId, title }) => (
            <li key={entryId} className="py-2">
              {title}
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">{t("otherEntries", { count: others })}</p>
    </section>
  );
}
