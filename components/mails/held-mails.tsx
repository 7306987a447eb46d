import { useTranslations } from "next-intl";
import { decideHeldMailAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type HeldMail, heldMails } from "@/domain/notifications/labels";
import type { DeskSettings } from "@/domain/notifications/queries/settings";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type HeldMailsProps = {
  eventId: string;
  startsAt: Date;
  settings: DeskSettings;
  path: string;
  locale: Locale;
};

const releasedFor = ({ dayBeforeReleasedFor, thanksReleasedFor }: DeskSettings, mail: HeldMail) =>
  mail === "thanks" ? thanksReleasedFor : dayBeforeReleasedFor;

/** Mails to many that the event holds back until somebody has looked through them; nothing where it holds none. */
export function HeldMails({ eventId, startsAt, settings, path, locale }: HeldMailsProps) {
  const t = useTranslations("mails.held");
  const held = heldMails.filter((mail) => settings.hold && settings[mail]);
  if (held.length === 0) return null;
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      <ul className="plain stack gap-3">
        {held.map((mail) => {
          const isReleased = releasedFor(settings, mail)?.getTime() === startsAt.getTime();
          return (
            <li key={mail} className="stack gap-2">
              <div className="row between gap-2">
                <b>{t(`mails.${mail}`)}</b>
                <Badge tone={isReleased ? "success" : "warning"}>
                  {t(isReleased ? "released" : "waits")}
                </Badge>
              </div>
              <div className="row gap-2">
                <ButtonLink size="sm" href={href(locale, `${path}/words/${mail}`)}>
                  {t("look")}
                </ButtonLink>
                <ActionForm
                  action={decideHeldMailAction}
                  submit={t(isReleased ? "hold" : "release")}
                  submitLabel={t(isReleased ? "holdNamed" : "releaseNamed", { mail: t(`mails.${mail}`) })}
                  look={{ variant: isReleased ? "quiet" : "primary", size: "sm" }}
                  className="row"
                >
                  <input type="hidden" name="eventId" value={eventId} />
                  <input type="hidden" name="mail" value={mail} />
                  <input type="hidden" name="decision" value={isReleased ? "hold" : "release"} />
                </ActionForm>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
