import { useTranslations } from "next-intl";
import { invitePeopleAction } from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import { ActionSelect, ActionTextArea } from "@/components/desk/answered-form";
import { Card } from "@/components/ui/card";
import { type Locale, locales } from "@/lib/i18n/locales";

/** Addresses from a table or a mail program, and in which language they are written to. */
export function InviteForm({ eventId, locale }: { eventId: string; locale: Locale }) {
  const t = useTranslations("organizer.invited");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      <ActionForm
        action={invitePeopleAction}
        submit={t("send")}
        look={{ variant: "primary" }}
        done={t("done")}
        id="invite"
        names={{ text: t("list") }}
        className="form deskform"
      >
        <input type="hidden" name="eventId" value={eventId} />
        <ActionTextArea label={t("list")} hint={t("listHint")} name="text" rows={6} maxLength={200_000} />
        <ActionSelect
          label={t("language")}
          name="locale"
          defaultValue={locale}
          options={locales.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        />
      </ActionForm>
    </Card>
  );
}
