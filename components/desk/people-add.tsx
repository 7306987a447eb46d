import { useTranslations } from "next-intl";
import { addRegistrationAction } from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionSelect } from "@/components/desk/answered-form";
import { attendances } from "@/domain/registration/schema";
import { href } from "@/lib/i18n/href";
import { type Locale, locales } from "@/lib/i18n/locales";

type PeopleAddProps = {
  eventId: string;
  /** Whether people can come on site, too. */
  isHybrid: boolean;
  back: string;
  locale: Locale;
};

/** One person at a time; the form is empty again for the next one. */
export function PeopleAdd({ eventId, isHybrid, back, locale }: PeopleAddProps) {
  const t = useTranslations("organizer.people");
  const u = useTranslations("organizer.people.add");
  return (
    <section className="stack gap-4 deskform mt-4">
      <h2 className="text-xl">{u("title")}</h2>
      <p className="muted">{u("lead")}</p>
      <ActionForm
        action={addRegistrationAction}
        submit={u("submit")}
        look={{ variant: "primary" }}
        done={u("done")}
      >
        <input type="hidden" name="eventId" value={eventId} />
        <ActionField label={u("name")} name="name" required maxLength={80} autoComplete="off" />
        <ActionField label={u("email")} name="email" type="email" required autoComplete="off" />
        <ActionField label={u("organisation")} optional={u("optional")} name="organisation" maxLength={120} />
        {isHybrid ? (
          <ActionSelect
            label={t("attendance")}
            name="attendance"
            options={attendances.map((one) => ({ value: one, label: t(one) }))}
          />
        ) : null}
        <ActionSelect
          label={u("language")}
          name="locale"
          defaultValue={locale}
          options={locales.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        />
        <ActionField label={u("tags")} optional={u("optional")} hint={u("tagsHint")} name="tags" />
      </ActionForm>
      <p>
        <a href={href(locale, back)}>{u("back")}</a>
      </p>
    </section>
  );
}
