import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { leaveEventRoleAction, leaveRoleAction } from "@/actions/alliance";
import { taskPath, taskPlaces } from "@/components/account/task-places";
import { ActionForm } from "@/components/desk/action-form";
import { ClientMessages } from "@/components/site/client-messages";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import type { OfficeTask, Task } from "@/domain/alliance/queries/tasks";
import { isEventRole, type TaskRole } from "@/domain/alliance/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

const quiet = { variant: "danger-quiet", size: "sm" } as const;

type MyTasksProps = { tasks: readonly Task[]; offices: readonly OfficeTask[]; locale: Locale };

/** What somebody has to do beyond taking part: each event and office with the pages where it is done. */
export function MyTasks({ tasks, offices, locale }: MyTasksProps) {
  const t = useTranslations("account.tasks");
  if (tasks.length + offices.length === 0) return null;
  return (
    <section className="block" id="tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t("title")}</h2>
      <ClientMessages locale={locale} areas={["errors", "registration"]}>
        <ul className="divided list">
          {tasks.map((task) => (
            <EventTask key={task.eventId} task={task} locale={locale} />
          ))}
          {offices.map((office) => (
            <OfficeRow key={office.networkId} office={office} locale={locale} />
          ))}
        </ul>
      </ClientMessages>
    </section>
  );
}

function useRoleName() {
  const t = useTranslations("account.tasks");
  const o = useTranslations("office.atEvent.roles");
  return (role: TaskRole) => (isEventRole(role) ? o(role) : t("partner"));
}

function EventTask({ task, locale }: { task: Task; locale: Locale }) {
  const t = useTranslations("account.tasks");
  const nameOf = useRoleName();
  const { eventId, title, language, network, timeZone: zone, roles } = task;
  const places = taskPlaces(task);
  return (
    <li className="row between gap-3 py-3">
      <div className="grow basis-64">
        <b lang={language}>{title}</b>{" "}
        {roles.map((role) => (
          <Badge key={role}>{nameOf(role)}</Badge>
        ))}
        <div className="small muted">
          {formatSpan({ locale, zone, startsAt: task.startsAt, endsAt: task.endsAt })} · {network.name}
        </div>
        {places.length === 0 ? <div className="small muted">{t("notYet")}</div> : null}
        {roles.some(isEventRole) ? (
          <Leaving name={title}>
            <ActionForm
              action={leaveEventRoleAction}
              submit={t("leave")}
              submitLabel={t("leaveNamed", { name: title })}
              look={quiet}
              className="row"
              id={eventId}
            >
              <input type="hidden" name="eventId" value={eventId} />
            </ActionForm>
          </Leaving>
        ) : null}
      </div>
      <div className="row gap-2">
        {places.map((place) => (
          <ButtonLink key={place} size="sm" href={href(locale, taskPath(place, task))}>
            {t(`places.${place}`)}
          </ButtonLink>
        ))}
      </div>
    </li>
  );
}

function OfficeRow({ office, locale }: { office: OfficeTask; locale: Locale }) {
  const t = useTranslations("account.tasks");
  const o = useTranslations("office.roles");
  const { networkId, slug, name, role } = office;
  return (
    <li className="row between gap-3 py-3">
      <div className="grow basis-64">
        <b>{name}</b> <Badge>{o(role)}</Badge>
        <Leaving name={name}>
          <ActionForm
            action={leaveRoleAction}
            submit={t("leave")}
            submitLabel={t("leaveNamed", { name })}
            look={quiet}
            className="row"
            id={networkId}
          >
            <input type="hidden" name="networkId" value={networkId} />
          </ActionForm>
        </Leaving>
      </div>
      <ButtonLink size="sm" href={href(locale, `/o/${slug}`)}>
        {t("office")}
      </ButtonLink>
    </li>
  );
}

/** A step before the button: nobody gives a role up by a slip of the finger. */
function Leaving({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations("account.tasks");
  return (
    <details className="small">
      <summary aria-label={t("leaveNamed", { name })}>{t("leave")}</summary>
      <p className="muted my-2">{t("leaveHint")}</p>
      {children}
    </details>
  );
}
