import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { MyWish } from "@/domain/matchmaking/queries/my-wishes";
import { PartnerForm, type PartnerPlace } from "./partner-form";

const wishes = ["must", "want", "never"] as const satisfies readonly MyWish["wish"][];

type WishChoiceProps = PartnerPlace & {
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
      <PartnerForm {...place} door="wishes" personId={personId} className="stack gap-2">
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
      </PartnerForm>
    </details>
  );
}

/** All that one has wished for, also of people who are not suggested any more, and the way to take it back. */
export function MyWishes({ wishes: mine, ...place }: PartnerPlace & { wishes: readonly MyWish[] }) {
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
            <PartnerForm {...place} door="wishes" personId={personId}>
              <Button
                type="submit"
                size="sm"
                name="wish"
                value="none"
                aria-label={t("wishFor", { wish: t("wishes.none"), name })}
              >
                {t("wishes.none")}
              </Button>
            </PartnerForm>
          </li>
        ))}
      </ul>
    </details>
  );
}
