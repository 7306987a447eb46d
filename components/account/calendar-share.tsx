import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { OnceField } from "@/components/ui/once-field";
import type { Locale } from "@/lib/i18n/locales";

const wants = ["open", "renew", "close"] as const;
type Want = (typeof wants)[number];

type CalendarShareProps = {
  /** Undefined while the calendar is not shared. */
  address: string | undefined;
  done: unknown;
  locale: Locale;
};

/** What the page says after the form was sent; anything may stand in its address. */
const wantIn = (done: unknown): Want | undefined => wants.find((want) => done === `calendar-${want}`);

/** Calendar programs know this scheme as "subscribe"; they ask over https where the address does. */
const subscribable = (address: string) => address.replace(/^https?:/, "webcal:");

function Shared({ address }: { address: string }) {
  const t = useTranslations("account.calendar");
  return (
    <>
      <p>
        <ButtonLink variant="primary" href={subscribable(address)}>
          <Icon name="calendar-plus" size="sm" />
          {t("subscribe")}
        </ButtonLink>
      </p>
      <Field label={t("address")} hint={t("secret")} name="calendarAddress" defaultValue={address} readOnly />
      <p className="small muted">{t("renewHint")}</p>
      <div className="row gap-2">
        <Button type="submit" size="sm" name="want" value="renew">
          {t("renew")}
        </Button>
        <Button type="submit" size="sm" variant="danger-quiet" name="want" value="close">
          {t("close")}
        </Button>
      </div>
    </>
  );
}

/** The calendar that a person's own programs subscribe to: an address like a key, which can be changed or taken back. */
export function CalendarShare({ address, done, locale }: CalendarShareProps) {
  const t = useTranslations("account.calendar");
  const want = wantIn(done);
  return (
    <Card className="mt-8" id="calendar" aria-labelledby="calendar-title">
      <form className="stack gap-3" method="post" action="/api/me/calendar">
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <h2 id="calendar-title" className="text-xl">
          {t("title")}
        </h2>
        {want ? <Notice tone="success" role="status" title={t(`done.${want}`)} /> : null}
        <p className="muted">{t("text")}</p>
        {address === undefined ? (
          <p>
            <Button type="submit" name="want" value="open">
              {t("open")}
            </Button>
          </p>
        ) : (
          <Shared address={address} />
        )}
      </form>
    </Card>
  );
}
