import { useTranslations } from "next-intl";
import { testMailWordingAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import type { WordedMail } from "@/domain/notifications/labels";

/** The mail in one's own mailbox, in the words that are saved. */
export function WordingTest({ eventId, mail }: { eventId: string; mail: WordedMail }) {
  const t = useTranslations("mails.circular.steps");
  return (
    <ActionForm
      action={testMailWordingAction}
      submit={t("test")}
      look={{ variant: "secondary", size: "sm" }}
      done={t("tested")}
      id="test"
    >
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="mail" value={mail} />
    </ActionForm>
  );
}
