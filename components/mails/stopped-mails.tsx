import { useTranslations } from "next-intl";
import { liftBounceAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import { Notice } from "@/components/ui/notice";

/** Says that nothing more is sent to an address by itself, and lets the office say that it is right after all. */
export function StoppedMails({ eventId, email }: { eventId: string; email: string }) {
  const t = useTranslations("mails.bounce");
  return (
    <Notice tone="warning">
      <p>{t("text")}</p>
      <ActionForm
        action={liftBounceAction}
        submit={t("lift")}
        look={{ variant: "secondary", size: "sm" }}
        className="row"
        id="lift"
      >
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="email" value={email} />
      </ActionForm>
    </Notice>
  );
}
