import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PeopleBar } from "@/components/desk/people-bar";
import {
  columnsFor,
  directionOf,
  nextOrder,
  type PeopleFilter,
  peopleQuery,
} from "@/components/desk/people-filter";
import { PeoplePicked } from "@/components/desk/people-picked";
import { PersonRow, type RowLook } from "@/components/desk/people-rows";
import { RowKeys } from "@/components/desk/row-keys";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import type { DoorTimes, Presence } from "@/domain/attendance/rules";
import type { AnswerChoice } from "@/domain/registration/queries/by-answer";
import type { DeskList } from "@/domain/registration/queries/desk-list";
import { PAGE_SIZE } from "@/domain/registration/rules";
import { type ListOrder, listOrders } from "@/domain/registration/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type PeopleTableProps = {
  eventId: string;
  list: DeskList;
  tags: readonly string[];
  /** By which answers this viewer may choose. */
  answers: readonly AnswerChoice[];
  /** Minutes of each; without them there is no such column. */
  presence: Presence | undefined;
  /** When those on this page came through the door. */
  doorTimes: DoorTimes;
  /** Addresses that mails came back from, of those on this page. */
  stopped: ReadonlySet<string>;
  mayManage: boolean;
  mayOpen: boolean;
  /** Whether people can come on site. */
  isHybrid: boolean;
  filter: PeopleFilter;
  path: string;
  /** Of the event's messages. */
  mailsPath: string;
  locale: Locale;
  zone: string;
  /** What stands between the search and the rows: below them nobody with a long list would find it. */
  children?: ReactNode;
};

/** Search, order and pages by address, then one row per person. */
export function PeopleTable(props: PeopleTableProps) {
  const {
    eventId,
    list,
    tags,
    answers,
    presence,
    doorTimes,
    stopped,
    mayManage,
    mayOpen,
    isHybrid,
    filter,
    path,
    mailsPath,
    locale,
    zone,
    children,
  } = props;
  const t = useTranslations("organizer.people");
  const offered = columnsFor({ hasPresence: presence !== undefined, hasTags: mayManage && tags.length > 0 });
  const columns = filter.cols.filter((column) => offered.includes(column));
  const look: RowLook = { columns, presence, doorTimes, stopped, mayManage, mayOpen, path, locale, zone };
  return (
    <div data-density="compact">
      <PeopleBar {...{ filter, tags, answers, mayOpen, isHybrid, offered, path, locale }} />
      {children}
      {mayManage ? (
        <PeoplePicked
          {...{ eventId, tags, filter, locale, mailsPath }}
          all={list.all}
          isWhole={list.all === list.rows.length}
          mayAsk={list.all > list.rows.length || list.rows.some(({ status }) => status === "pending")}
        />
      ) : null}
      {list.rows.length === 0 ? <Empty icon="search" title={t("empty")} /> : null}
      {list.rows.length > 0 ? (
        <RowKeys label={t("people")}>
          <table className="table peopletable">
            <PeopleHead {...{ look, filter, path }} />
            <tbody>
              {list.rows.map((person) => (
                <PersonRow key={person.id} person={person} look={look} />
              ))}
            </tbody>
          </table>
        </RowKeys>
      ) : null}
      <Pages {...{ list, filter, path, locale }} />
    </div>
  );
}

type PeopleHeadProps = Pick<PeopleTableProps, "filter" | "path"> & { look: RowLook };

/** Heads that can be pressed are links: the order is part of the address. */
function PeopleHead({ look, filter, path }: PeopleHeadProps) {
  const t = useTranslations("organizer.people");
  const { columns, mayManage, locale } = look;
  return (
    <thead>
      <tr>
        {mayManage ? (
          <th scope="col" className="is-pick">
            <span className="visually-hidden">{t("picked")}</span>
          </th>
        ) : null}
        {(["name", ...columns] as const).map((column) => {
          const order = listOrders.find((one) => one === column);
          if (!order)
            return (
              <th key={column} scope="col">
                {t(column)}
              </th>
            );
          return <OrderHead key={column} {...{ order, filter, path, locale }} />;
        })}
        {mayManage ? <th scope="col">{t("act")}</th> : null}
      </tr>
    </thead>
  );
}

type OrderHeadProps = Pick<PeopleTableProps, "filter" | "path" | "locale"> & { order: ListOrder };

function OrderHead({ order, filter, path, locale }: OrderHeadProps) {
  const t = useTranslations("organizer.people");
  const isSorted = filter.sort === order;
  const direction = directionOf(filter);
  const way = direction === "asc" ? "ascending" : "descending";
  const target = `${path}${peopleQuery(filter, nextOrder(filter, order))}`;
  return (
    <th scope="col" aria-sort={isSorted ? way : undefined}>
      <a className="th-sort" href={href(locale, target)}>
        {t(order)}
        {isSorted ? <Icon name={direction === "asc" ? "arrow-up" : "arrow-down"} size="sm" /> : null}
      </a>
    </th>
  );
}

type PagesProps = Pick<PeopleTableProps, "filter" | "path" | "locale" | "list">;

/** Which part of the choice is shown, and the ways to the next ones. */
function Pages({ list: { rows, all, page }, filter, path, locale }: PagesProps) {
  const t = useTranslations("organizer.people");
  const from = (page - 1) * PAGE_SIZE;
  const pageLink = (other: number) => href(locale, `${path}${peopleQuery(filter, { page: other })}`);
  return (
    <div className="row between mt-3">
      <span className="small muted" role="status">
        {t("shown", { from: Math.min(from + 1, all), to: from + rows.length, all })}
      </span>
      <span className="row gap-2">
        {page > 1 ? (
          <ButtonLink size="sm" rel="prev" href={pageLink(page - 1)}>
            {t("previous")}
          </ButtonLink>
        ) : null}
        {from + PAGE_SIZE < all ? (
          <ButtonLink size="sm" rel="next" href={pageLink(page + 1)}>
            {t("next")}
          </ButtonLink>
        ) : null}
      </span>
    </div>
  );
}
