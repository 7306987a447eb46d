import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type NoTalksProps = {
  locale: Locale;
  /** The page with its language prefix, to come back to after signing in; absent for who is signed in. */
  comeBackTo?: string | undefined;
};

/** For people who take part in no event with talks yet, or of whom nobody knows here who they are. */
export function NoTalks({ locale, comeBackTo }: NoTalksProps) {
  const t = useTranslations("talks");
  const isGuest = comeBackTo !== undefined;
  const signIn = isGuest ? href(locale, `/login?${new URLSearchParams({ next: comeBackTo })}`) : undefined;
  return (
    <div className="wrap section stack gap-6">
      <h1>{t("page.title", { count: 0 })}</h1>
      <Empty icon="talk" title={t(isGuest ? "none.guestTitle" : "none.title")}>
        <p>{t(isGuest ? "none.guestText" : "none.text")}</p>
        <div className="row gap-2 mt-4">
          {signIn ? (
            <ButtonLink variant="primary" href={signIn}>
              {t("none.signIn")}
            </ButtonLink>
          ) : null}
          <ButtonLink variant={signIn ? "secondary" : "primary"} href={href(locale, "/events")}>
            {t("none.link")}
          </ButtonLink>
        </div>
      </Empty>
    </div>
  );
}

/** For a link that was cut, forged or belongs to nobody here. */
export function BrokenRequest({ locale }: { locale: Locale }) {
  const t = useTranslations("talks.mail");
  return (
    <div className="wrap wrap--text section stack gap-4">
      <h1>{t("brokenTitle")}</h1>
      <p className="lead">{t("brokenText")}</p>
      <p>
        <ButtonLink href={href(locale, "/me/talks")}>{t("toTalks")}</ButtonLink>
      </p>
    </div>
  );
}
