import { useTranslations } from "next-intl";
import {
  approveRegistrationAction,
  cancelRegistrationAction,
  declineRegistrationAction,
} from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import type { ListedRegistration } from "@/domain/registration/queries/desk-list";

type Person = Pick<ListedRegistration, "id" | "name" | "status">;

/** What the office can do about one person: say yes or no to a request, or take them off the list. */
export function PersonDecision({ person }: { person: Person }) {
  const t = useTranslations("organizer.people");
  const { id, name, status } = person;
  const hidden = <input type="hidden" name="registrationId" value={id} />;
  const asks = status === "pending" || status === "declined";
  return (
    <div className="row gap-2">
      {asks ? (
        <ActionForm
          action={approveRegistrationAction}
          submit={t("approve")}
          submitLabel={t("approveNamed", { name })}
          look={{ variant: "soft", size: "xs" }}
          className="row"
        >
          {hidden}
        </ActionForm>
      ) : null}
      {status === "pending" ? (
        <ActionForm
          action={declineRegistrationAction}
          submit={t("decline")}
          submitLabel={t("declineNamed", { name })}
          look={{ variant: "danger-quiet", size: "xs" }}
          className="row"
        >
          {hidden}
        </ActionForm>
      ) : null}
      {asks || status === "cancelled" ? null : (
        <ActionForm
          action={cancelRegistrationAction}
          submit={t("cancel")}
          submitLabel={t("cancelNamed", { name })}
          look={{ variant: "danger-quiet", size: "xs" }}
          className="row"
        >
          {hidden}
        </ActionForm>
      )}
    </div>
  );
}
