"use client";

import { useTranslations } from "next-intl";
import type { Mentions } from "@/components/room/chat/use-mentions";

/** The people who are offered behind an @; the keys stay in the field, which names the chosen one. */
export function MentionList({ mentions }: { mentions: Mentions }) {
  const t = useTranslations("room.chat");
  const { id, found, active, optionId, pick } = mentions;
  if (found.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={t("mentions")} className="rm-mentions" tabIndex={-1}>
      {found.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys and names the option that is chosen.
        <div
          key={person.admissionId}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="rm-mentions__one"
          // The field would lose focus, and with it the list, before the click is heard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(person)}
        >
          {person.name}
        </div>
      ))}
    </div>
  );
}
