"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { RoomDialog } from "@/components/room/room-dialog";
import { Button } from "@/components/ui/button";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoomPerson } from "@/realtime/room-api";

/** Another name for somebody in this room, for instance where nobody knows who „iPad 2“ is. */
export function RenameDialog({ person, onClose }: { person: RoomPerson; onClose: () => void }) {
  const t = useTranslations("room.people");
  const session = useSession();
  const id = useId();
  const [name, setName] = useState(person.name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    void session.act(`people/${person.admissionId}`, { action: "rename", name: name.trim() });
  };
  return (
    <RoomDialog open onClose={onClose} title={t("renameAsk", { name: person.name })}>
      <form className="rm-form" onSubmit={save}>
        <label htmlFor={id}>{t("renameLabel")}</label>
        <input
          id={id}
          className="input"
          required
          maxLength={80}
          value={name}
          onChange={(change) => setName(change.target.value)}
        />
        <p className="rm-hint">{t("renameHint")}</p>
        <div className="rm-actions">
          <Button type="submit" variant="primary">
            {t("renameSave")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </div>
      </form>
    </RoomDialog>
  );
}
