"use client";

import { useTranslations } from "next-intl";
import { type Addressee, useChatDraft } from "@/components/room/chat/draft-context";
import type { Reach } from "@/components/room/chat/use-reach";

const optionOf = (to: Addressee): string => (typeof to === "object" ? to.admissionId : to);

/** Who reads what is being written. Another choice ends an answer, which stays where it was asked. */
export function AddresseeSelect({ reach, value }: { reach: Reach; value: Addressee }) {
  const t = useTranslations("room.chat");
  const [, setDraft] = useChatDraft();
  const people =
    typeof value === "object" && !reach.people.some(({ admissionId }) => admissionId === value.admissionId)
      ? [value, ...reach.people]
      : reach.people;
  const choose = (chosen: string) => {
    const open = chosen === "room" || chosen === "hosts" ? chosen : undefined;
    const to = open ?? people.find(({ admissionId }) => admissionId === chosen) ?? "hosts";
    setDraft((draft) => ({ ...draft, to, reply: null }));
  };
  return (
    <select
      className="input input--sm"
      aria-label={t("scope")}
      value={optionOf(value)}
      onChange={(change) => choose(change.target.value)}
    >
      {reach.room || value === "room" ? <option value="room">{t("toAll")}</option> : null}
      {reach.hosts || value === "hosts" ? <option value="hosts">{t("toHosts")}</option> : null}
      {people.length > 0 ? (
        <optgroup label={t("toOne")}>
          {people.map(({ admissionId, name }) => (
            <option key={admissionId} value={admissionId}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
    </select>
  );
}
