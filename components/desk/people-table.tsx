import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cancelRegistrationAction } from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import { isChosen, PAGE_SIZE, type PeopleFilter, peopleStates } from "@/components/desk/people-filter";
import { Avatar } from "@/components/ui/avatar";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Presence } from "@/domain/attendance/rules";
import type { RegistrationView } from "@/domain/registration/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";

type PeopleTableProps = {
  people: readonly RegistrationView[];
  /** Minutes of each; without them there is no such column. */
  presence: Presence | undefined;
  filter: PeopleFilter;
  path: string;
  locale: Locale;
  zone: string;
  /** What stands between the search and the rows: below them nobody with a long list would find it. */
  children?: ReactNode;
};

const tones = { confirmed: "success", waiting: "neutral", cancelled: "outline" } satisfies Record<
  RegistrationView["status"],
  BadgeTone
>;

/** Search, state and pages by address, then one row per person. */
export function PeopleTable({ people, presence, filter, path, locale, zone, children }: PeopleTableProps) {
  const t = useTranslations("organizer.people");
  const chosen = people.filter((person) => isChosen(person, filter));
  const from = (filter.page - 1) * PAGE_SIZE;
  const shown = chosen.slice(from, from + PAGE_SIZE);
  return (
    <div data-density="compact">
      <form className="peoplebar" method="get" action={href(locale, path)}>
        <Field small label={t("search")} name="q" type="search" defaultValue={filter.q} maxLength={100} />
        <Select
          small
          label={t("status")}
          name="status"
          defaultValue={filter.status}
          options={peopleStates.map((state) => ({ value: state, label: t(state) }))}
        />
        <Button type="submit" size="sm">
          {t("find")}
        </Button>
      </form>
      {children}
      {shown.length === 0 ? <Empty icon="search" title={t("empty")} /> : null}
      {shown.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label={t("name")}>
          <table className="table peopletable">
            <thead>
              <tr>
                <th scope="col">{t("name")}</th>
                <th scope="col">{t("organisation")}</th>
                <th scope="col">{t("email")}</th>
                <th scope="col">{t("since")}</th>
                <th scope="col">{t("status")}</th>
                <th scope="col">{t("talks")}</th>
                {presence ? <th scope="col">{t("present")}</th> : null}
                <th scope="col">{t("cancel")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((person) => (
                <PersonRow key={person.id} {...{ person, presence, locale, zone }} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <Pages {...{ all: chosen.length, shown: shown.length, filter, path, locale }} />
    </div>
  );
}

type PersonRowProps = Pick<PeopleTableProps, "presence" | "locale" | "zone"> & { person: RegistrationView };

function PersonRow({ person, presence, locale, zone }: PersonRowProps) {
  const t = useTranslations("organizer.people");
  const minutes = presence?.get(person.id) ?? 0;
  return (
    <tr>
      <th scope="row">
        <span className="row row--nowrap gap-2 text-fg">
          <Avatar name={person.name} seed={person.id} size="xs" />
          {person.name}
        </span>
      </th>
      <td>{person.organisation}</td>
      <td>{person.email}</td>
      <td className="num" data-label={t("since")}>
        {formatMoment({ locale, zone, at: person.createdAt })}
      </td>
      <td className="is-end">
        <Badge tone={tones[person.status]}>{t(person.status)}</Badge>{" "}
        {person.status !== "cancelled" && !person.provenAt ? (
          <Badge tone="warning">{t("unproven")}</Badge>
        ) : null}
      </td>
      <td data-label={t("talks")}>{person.talksOptIn ? t("yes") : t("no")}</td>
      {presence ? (
        <td className="is-present num" data-label={t("present")}>
          {minutes > 0 ? t("minutes", { count: minutes }) : t("absent")}
        </td>
      ) : null}
      <td>
        {person.status === "cancelled" ? null : (
          <ActionForm
            action={cancelRegistrationAction}
            submit={t("cancel")}
            look={{ variant: "danger-quiet", size: "xs" }}
            className="row"
            submitLabel={t("cancelNamed", { name: person.name })}
          >
            <input type="hidden" name="registrationId" value={person.id} />
          </ActionForm>
        )}
      </td>
    </tr>
  );
}

type PagesProps = Pick<PeopleTableProps, "filter" | "path" | "locale"> & { all: number; shown: number };

/** Which part of the choice is shown, and the ways to the next ones. */
function Pages({ all, shown, filter, path, locale }: PagesProps) {
  const t = useTranslations("organizer.people");
  const from = (filter.page - 1) * PAGE_SIZE;
  const pageLink = (page: number) =>
    href(
      locale,
      `${path}?${new URLSearchParams({ q: filter.q, status: filter.status, page: String(page) })}`,
    );
  return (
    <div className="row between mt-3">
      <span className="small muted" role="status">
        {t("shown", { from: Math.min(from + 1, all), to: from + shown, all })}
      </span>
      <span className="row gap-2">
        {filter.page > 1 ? (
          <ButtonLink size="sm" href={pageLink(filter.page - 1)}>
            {t("previous")}
          </ButtonLink>
        ) : null}
        {from + PAGE_SIZE < all ? (
          <ButtonLink size="sm" href={pageLink(filter.page + 1)}>
            {t("next")}
          </ButtonLink>
        ) : null}
      </span>
    </div>
  );
}
