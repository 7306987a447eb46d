import { beginCircularAction } from "@/actions/notifications";
import {
  approveRegistrationsAction,
  cancelRegistrationsAction,
  declineRegistrationsAction,
  tagRegistrationsAction,
} from "@/actions/registration";
import type { PeopleFilter } from "@/components/desk/people-filter";
import { PICKED_FORM } from "@/components/desk/people-rows";
import { PickedForm } from "@/components/desk/picked-form";
import { ClientMessages } from "@/components/site/client-messages";
import { OnceField } from "@/components/ui/once-field";
import type { Locale } from "@/lib/i18n/locales";

type PeoplePickedProps = {
  eventId: string;
  tags: readonly string[];
  filter: PeopleFilter;
  /** How many there are of the choice, on this page and on others. */
  all: number;
  isWhole: boolean;
  /** Whether somebody of the choice may be asking for a place. */
  mayAsk: boolean;
  /** Of the event's messages, without language prefix. */
  mailsPath: string;
  locale: Locale;
};

/** What can be done with several people at once. Their boxes stand in the rows below and belong to this form by name. */
export function PeoplePicked({
  eventId,
  tags,
  filter,
  all,
  isWhole,
  mayAsk,
  mailsPath,
  locale,
}: PeoplePickedProps) {
  return (
    <ClientMessages locale={locale} areas={["errors", "registration", "people"]}>
      <PickedForm
        id={PICKED_FORM}
        tags={tags}
        everyone={isWhole ? undefined : all}
        tagAction={tagRegistrationsAction}
        cancelAction={cancelRegistrationsAction}
        messageAction={beginCircularAction}
        approveAction={approveRegistrationsAction}
        declineAction={declineRegistrationsAction}
        mayAsk={mayAsk}
        isEmpty={all === 0}
      >
        <OnceField />
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="choice.q" value={filter.q} />
        <input type="hidden" name="choice.status" value={filter.status} />
        <input type="hidden" name="choice.attendance" value={filter.attendance} />
        <input type="hidden" name="choice.tag" value={filter.tag} />
        <input type="hidden" name="choice.answer" value={filter.answer} />
        <input type="hidden" name="back" value={mailsPath} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="choice.seen" value={all} />
      </PickedForm>
    </ClientMessages>
  );
}
