import { cancelRegistrationsAction, tagRegistrationsAction } from "@/actions/registration";
import { PICKED_FORM } from "@/components/desk/people-rows";
import { PickedForm } from "@/components/desk/picked-form";
import { ClientMessages } from "@/components/site/client-messages";
import { OnceField } from "@/components/ui/once-field";
import type { Locale } from "@/lib/i18n/locales";

type PeoplePickedProps = { eventId: string; tags: readonly string[]; locale: Locale };

/** What can be done with several people at once. Their boxes stand in the rows below and belong to this form by name. */
export function PeoplePicked({ eventId, tags, locale }: PeoplePickedProps) {
  return (
    <ClientMessages locale={locale} areas={["errors", "registration", "people"]}>
      <PickedForm
        id={PICKED_FORM}
        tags={tags}
        tagAction={tagRegistrationsAction}
        cancelAction={cancelRegistrationsAction}
      >
        <OnceField />
        <input type="hidden" name="eventId" value={eventId} />
      </PickedForm>
    </ClientMessages>
  );
}
