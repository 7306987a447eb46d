import { useTranslations } from "next-intl";
import { type RefusedForm, useMissing } from "@/components/registration/field-errors";
import { FormOf } from "@/components/talks/form-of";
import { Button } from "@/components/ui/button";
import { OnceField } from "@/components/ui/once-field";
import { TextArea } from "@/components/ui/text-area";
import type { TalkRequest } from "@/domain/matchmaking/queries/requests";
import { NOTE_LENGTH } from "@/domain/matchmaking/schema";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";
import "@/components/registration/fold.css";

/** Whose page messages stand on, and what was refused there, of whichever request it was. */
export type Writer = { me?: string | undefined; refused?: RefusedForm | undefined };
type MessagesProps = Writer & { request: TalkRequest; back: string; locale: Locale };

/** What the two wrote to each other about a request, and the next line; folded away until somebody wants to write. */
export function RequestMessages({ request, back, locale, me, refused }: MessagesProps) {
  const t = useTranslations("talks.messages");
  const { messages, partner, ownZone, state, requestId } = request;
  const typed = refused?.entered.requestId === requestId ? refused : undefined;
  const errorOf = useMissing(typed);
  const isOpen = state === "requested";
  if (!isOpen && messages.length === 0) return null;
  return (
    <div className="stack gap-3 messages">
      {messages.map(({ id, isMine, text, at }) => (
        <div key={id}>
          <p className="small muted">
            {isMine ? t("mine") : partner.name}, {formatMoment({ locale, zone: ownZone, at })}
          </p>
          <p className="quote small">{text}</p>
        </div>
      ))}
      {isOpen ? (
        <details className="fold" open={typed !== undefined}>
          <summary>{t("write", { name: partner.name })}</summary>
          <form className="stack gap-3" method="post" action={`/api/meetings/${requestId}/message`}>
            <OnceField />
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="back" value={back} />
            <input type="hidden" name="requestId" value={requestId} />
            <FormOf me={me} />
            <TextArea
              label={t("label")}
              hint={t("hint")}
              id={`text-${requestId}`}
              name="text"
              rows={2}
              maxLength={NOTE_LENGTH}
              required
              defaultValue={typed?.entered.text}
              error={errorOf("text")}
            />
            <div>
              <Button type="submit" size="sm">
                {t("send")}
              </Button>
            </div>
          </form>
        </details>
      ) : null}
    </div>
  );
}
