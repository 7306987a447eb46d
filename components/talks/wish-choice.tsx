import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { MyWish } from "@/domain/matchmaking/queries/my-wishes";
import type { Locale } from "@/lib/i18n/locales";

type Place = { event: { id: string; slug: string }; locale: Locale };
const wishes = ["must", "want", "never"] as const satisfies readonly MyWish["wish"][];

function Hidden({ event, locale, personId }: Place & { personId: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={`/me/talks?event=${event.slug}`} />
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="personId" value={personId} />
    </>
  );
}

type WishChoiceProps = Place & {
  partner: { personId: string; name: string };
  wish: MyWish["wish"] | undefined;
};

/** For events that the organizers plan: one click says whether one has to, would like to, or will not meet somebody. */
export function WishChoice({ partner, wish, ...place }: WishChoiceProps) {
  const t = useTranslations("talks.wish");
  const { personId, name } = partner;
  return (
    <details>
      <summary>
        {wish ? t("stands", { wish: t(`wishes.${wish}`) }) : t("title")}{" "}
        <span className="sr-only">{name}</span>
      </summary>
      <form className="stack gap-2" method="post" action="/api/me/wishes">
        <Hidden {...place} personId={personId} />
        <p className="small muted">{t("text")}</p>
        {[...wishes, ...(wish ? (["none"] as const) : [])]
          .filter((one) => one !== wish)
          .map((one) => (
            <Button
              key={one}
              type="submit"
              size="sm"
              block
              name="wish"
              value={one}
              aria-label={t("wishFor", { wish: t(`wishes.${one}`), name })}
            >
              {t(`wishes.${one}`)}
            </Button>
          ))}
      </form>
    </details>
  );
}

/** All that one has wished for, also of people who are not suggested any more, and the way to take it back. */
export function MyWishes({ wishes: mine, ...place }: Place & { wishes: readonly MyWish[] }) {
  const t = useTranslations("talks.wish");
  if (mine.length === 0) return null;
  return (
    <details className="card card--sm sg__more">
      <summary>{t("mine", { count: mine.length })}</summary>
      <ul className="divided">
        {mine.map(({ personId, name, organisation, wish }) => (
          <li key={personId} className="row between gap-3 py-2">
            <span>
              {organisation ? `${name}, ${organisation}` : name}: {t(`wishes.${wish}`)}
            </span>
            <form method="post" action="/api/me/wishes">
              <Hidden {...place} personId={personId} />
              <Button
                type="submit"
                size="sm"
                name="wish"
                value="none"
                aria-label={t("wishFor", { wish: t("wishes.none"), name })}
              >
                {t("wishes.none")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}
