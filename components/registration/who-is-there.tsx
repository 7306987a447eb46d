import { useTranslations } from "next-intl";
import { Person } from "@/components/ui/avatar";
import type { WhoIsThere as Present } from "@/domain/registration/queries/who-is-there";

/** Those who chose to be seen here; nothing at all while there are none. */
export function WhoIsThere({ people, others }: Present) {
  const t = useTranslations("registration.there");
  if (people.length === 0) return null;
  return (
    <section className="block" aria-labelledby="who-is-there">
      <h2 id="who-is-there">{t("title")}</h2>
      <p className="small muted mb-4">{t("hint")}</p>
      <ul className="people">
        {people.map(({ nth, name, organisation }) => (
          <li key={nth}>
            <Person name={name} organisation={organisation} />
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="small muted mt-4">{t("others", { count: others })}</p> : null}
    </section>
  );
}
