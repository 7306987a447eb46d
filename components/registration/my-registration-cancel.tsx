import { useTranslations } from "next-intl";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { Button } from "@/components/ui/button";
import "./fold.css";

/** Behind a fold, so that nobody gives a seat away with one slip; open it, then confirm. No script needed. */
export function MyRegistrationCancel({
  registration,
  locale,
  isOthers = false,
}: Pick<MyRegistrationProps, "registration" | "locale"> & {
  /** Said of somebody else's seat. */
  isOthers?: boolean;
}) {
  const t = useTranslations("registration.mine");
  const others = useTranslations("registration.others");
  return (
    <details className="card card--sm fold">
      <summary>{t("cancelTitle")}</summary>
      <form className="stack gap-3" method="post" action={`/api/registrations/${registration.id}/cancel`}>
        <input type="hidden" name="locale" value={locale} />
        <p className="small muted">{isOthers ? others("cancelText") : t("cancelText")}</p>
        <Button type="submit" variant="danger-quiet">
          {isOthers ? others("cancelButton") : t("cancelButton")}
        </Button>
      </form>
    </details>
  );
}
