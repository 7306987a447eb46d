import { useTranslations } from "next-intl";
import type { ListColumn } from "@/components/desk/people-filter";
import { PersonDecision } from "@/components/desk/person-decision";
import { AddressText } from "@/components/ui/address-text";
import { Avatar } from "@/components/ui/avatar";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Chip } from "@/components/ui/chip";
import type { DoorTimes, Presence } from "@/domain/attendance/rules";
import type { ListedRegistration } from "@/domain/registration/queries/desk-list";
import { isHeld } from "@/domain/registration/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment, momentClock } from "@/lib/time/format";

const tones = {
  confirmed: "success",
  waiting: "neutral",
  offered: "primary",
  pending: "warning",
  declined: "outline",
  cancelled: "outline",
} satisfies Record<ListedRegistration["status"], BadgeTone>;

/** The form of another part of the page that the boxes of the rows belong to. */
export const PICKED_FORM = "picked";

export type RowLook = {
  columns: readonly ListColumn[];
  /** Minutes of each; undefined where none are kept. */
  presence: Presence | undefined;
  /** When those on this page came through the door. */
  doorTimes: DoorTimes;
  /** Addresses that mails came back from. */
  stopped: ReadonlySet<string>;
  /** Whether this viewer may change the list: only then rows can be picked and called off. */
  mayManage: boolean;
  /** Whether a person's page, with what they answered, opens for this viewer. */
  mayOpen: boolean;
  /** Of the list; each person has a page below it. */
  path: string;
  locale: Locale;
  zone: string;
};

/** One person: a row on a desk, a card on a phone. */
export function PersonRow({ person, look }: { person: ListedRegistration; look: RowLook }) {
  const t = useTranslations("organizer.people");
  const { columns, mayManage } = look;
  return (
    <tr>
      {mayManage ? (
        <td className="is-pick">
          <label className="pick">
            <input
              type="checkbox"
              form={PICKED_FORM}
              name="registrationIds"
              value={person.id}
              aria-label={t("pick", { name: person.name })}
            />
          </label>
        </td>
      ) : null}
      <th scope="row">
        <span className="row row--nowrap gap-2 text-fg">
          <Avatar name={person.name} seed={person.id} size="xs" />
          {look.mayOpen ? (
            <a className="plain" href={href(look.locale, `${look.path}/${person.id}`)}>
              {person.name}
            </a>
          ) : (
            person.name
          )}
        </span>
      </th>
      {columns.map((column) => (
        <PersonCell key={column} {...{ column, person, look }} />
      ))}
      {mayManage ? (
        <td className="is-act">
          <PersonDecision person={person} />
        </td>
      ) : null}
    </tr>
  );
}

type CellProps = { column: ListColumn; person: ListedRegistration; look: RowLook };

function PersonCell({ column, person, look }: CellProps) {
  const t = useTranslations("organizer.people");
  const { presence, locale, zone } = look;
  if (column === "organisation") return <td>{person.organisation}</td>;
  if (column === "email")
    return (
      <td className="people__email">
        <AddressText>{person.email}</AddressText>
      </td>
    );
  if (column === "status") return <StatusCell {...{ person, look }} />;
  if (column === "tags") return <TagsCell tags={person.tags} />;
  if (column === "since")
    return (
      <td className="num is-moment" data-label={t("since")}>
        {formatMoment({ locale, zone, at: person.createdAt })}
      </td>
    );
  if (column === "present") {
    const minutes = presence?.get(person.id) ?? 0;
    return (
      <td className="num" data-label={t("present")}>
        {minutes > 0 ? t("minutes", { count: minutes }) : t("absent")}
      </td>
    );
  }
  const text = {
    talks: person.talksOptIn ? t("yes") : t("no"),
    language: t(`languages.${person.locale}`),
    source: t(`sources.${person.source}`),
  }[column];
  return <td data-label={t(column)}>{text}</td>;
}

function StatusCell({
  person,
  look: { doorTimes, stopped, locale, zone },
}: Pick<CellProps, "person" | "look">) {
  const t = useTranslations("organizer.people");
  const at = doorTimes.get(person.id);
  return (
    <td className="is-end">
      <Badge tone={tones[person.status]}>{t(person.status)}</Badge>{" "}
      {isHeld(person) && !person.provenAt ? <Badge tone="warning">{t("unproven")}</Badge> : null}{" "}
      {stopped.has(person.email) ? <Badge tone="danger">{t("bounced")}</Badge> : null}{" "}
      {person.attendance === "onsite" && !at ? <Badge>{t("onsite")}</Badge> : null}
      {at ? (
        <Badge tone="success">{t("checkedIn", { time: momentClock({ locale, zone, at }) })}</Badge>
      ) : null}
    </td>
  );
}

/** Nothing inside at all where there is no tag: on a phone such a cell takes no line. */
function TagsCell({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return <td />;
  return (
    <td>
      <span className="row gap-1">
        {tags.map((tag) => (
          <Chip key={tag} small>
            {tag}
          </Chip>
        ))}
      </span>
    </td>
  );
}
