import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { OnceField } from "@/components/ui/once-field";
import type { Locale } from "@/lib/i18n/locales";
import "./talks.css";

type AskSheetProps = {
  /** Where the form goes. */
  action: string;
  partner: { name: string; personId: string };
  title: string;
  /** What stands below the title. */
  line: string;
  eventSlug: string;
  submit: string;
  /** Nothing can be chosen, so nothing can be sent. */
  isEmpty: boolean;
  /** Where who sends nothing goes, with its language. */
  cancelHref: string;
  locale: Locale;
  children: ReactNode;
};

/** The form about a talk with somebody, asked for or changed: who it is with above, what is sent below. */
export function AskSheet({ action, partner, title, line, locale, children, ...props }: AskSheetProps) {
  const t = useTranslations("talks.ask");
  return (
    <div className="wrap">
      <form className="card asksheet" method="post" action={action}>
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="eventSlug" value={props.eventSlug} />
        <div className="asksheet__head">
          <Avatar name={partner.name} seed={partner.personId} />
          <div className="grow">
            <h1>{title}</h1>
            <p className="small muted">{line}</p>
          </div>
        </div>
        <div className="asksheet__body">{children}</div>
        <div className="asksheet__foot">
          <Button type="submit" variant="match" disabled={props.isEmpty}>
            {props.submit}
          </Button>
          <ButtonLink href={props.cancelHref}>{t("cancel")}</ButtonLink>
        </div>
      </form>
    </div>
  );
}
