import { useTranslations } from "next-intl";
import { AddressCard } from "@/components/account/address-card";
import { DataRegistrations } from "@/components/account/data-registrations";
import { DataTake } from "@/components/account/data-take";
import { EraseCard } from "@/components/account/erase-card";
import { FreshGate } from "@/components/account/fresh-gate";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Crumbs } from "@/components/site/crumbs";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import type { AddressTies } from "@/domain/alliance/queries/address-ties";
import type { OfficeTask } from "@/domain/alliance/queries/tasks";
import type { PersonView } from "@/domain/people/queries";
import type { MyRegistration } from "@/domain/registration/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./data.css";

type MyDataProps = {
  profile: PersonView;
  registrations: readonly MyRegistration[];
  /** Whether this browser has signed in a moment ago. */
  isFresh: boolean;
  /** Networks that would have no owner without this person. */
  handOver: readonly OfficeTask[];
  ties: AddressTies;
  done: unknown;
  refused: RefusedForm | undefined;
  locale: Locale;
};

function Correct({ locale }: { locale: Locale }) {
  const t = useTranslations("privacy.page");
  return (
    <Card flush>
      <CardHead>
        <h2>{t("correct")}</h2>
      </CardHead>
      <CardBody>
        <div className="stack gap-3">
          <p className="muted">{t("correctText")}</p>
          <p>
            <ButtonLink href={href(locale, "/me/profile")}>{t("toProfile")}</ButtonLink>
          </p>
        </div>
      </CardBody>
    </Card>
  );
}

function Calendar({ locale }: { locale: Locale }) {
  const t = useTranslations("privacy.page");
  return (
    <Card flush>
      <CardHead>
        <h2>{t("calendar")}</h2>
      </CardHead>
      <CardBody>
        <div className="stack gap-3">
          <p className="muted">{t("calendarText")}</p>
          <p>
            <ButtonLink href={href(locale, "/me#calendar")}>{t("toCalendar")}</ButtonLink>
          </p>
        </div>
      </CardBody>
    </Card>
  );
}

/** Everything one person can see of their data and do about it. Works without JavaScript. */
export function MyData(props: MyDataProps) {
  const { profile, registrations, isFresh, handOver, ties, done, refused, locale } = props;
  const t = useTranslations("privacy");
  const week = useTranslations("account.week");
  const { problems, errorOf } = useFieldErrors(refused);
  return (
    <div className="wrap wrap--text section--tight stack gap-6">
      <Crumbs
        locale={locale}
        items={[{ href: href(locale, "/me"), label: week("title") }, { label: t("page.title") }]}
      />
      <div className="stack gap-2">
        <h1>{t("page.title")}</h1>
        <p className="lead">{t("page.lead")}</p>
        <p className="small muted">
          {t.rich("page.notice", {
            link: (words) => <a href={href(locale, "/datenschutz")}>{words}</a>,
          })}
        </p>
      </div>
      <RefusedSummary refused={refused} problems={problems} />
      {isFresh ? null : (
        <Card id="fresh" aria-labelledby="fresh-title">
          <h2 id="fresh-title" className="text-xl">
            {t("fresh.title")}
          </h2>
          <FreshGate email={profile.email} locale={locale} />
        </Card>
      )}
      <DataRegistrations registrations={registrations} locale={locale} />
      <Correct locale={locale} />
      <AddressCard
        email={profile.email}
        ties={ties}
        isFresh={isFresh}
        isSent={done === "address"}
        entered={refused?.entered.email}
        problem={errorOf("email")}
        locale={locale}
      />
      <Calendar locale={locale} />
      <DataTake isFresh={isFresh} locale={locale} />
      <EraseCard
        handOver={handOver}
        email={profile.email}
        isFresh={isFresh}
        locale={locale}
        problem={errorOf("typed")}
      />
    </div>
  );
}
