"use client";

import { Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type ChatProblem, useChatAct } from "@/components/room/chat/use-chat-act";
import { RoomDialog } from "@/components/room/room-dialog";
import { type ChatReach, type ChatSettings, chatReach } from "@/domain/interaction/schema/chat";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** For hosts: whom people may write to. */
export function ChatSettingsButton() {
  const t = useTranslations("room.chat");
  const [open, setOpen] = useState(false);
  const settings = useDocuments((documents) => documents.chatting);
  if (!settings) return null;
  return (
    <div className="rm-row rm-chat__tools">
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("settings")}
        title={t("settings")}
        onClick={() => setOpen(true)}
      >
        <Settings2 className="icon" aria-hidden />
      </button>
      <RoomDialog open={open} onClose={() => setOpen(false)} title={t("settings")}>
        {open ? <SettingsForm settings={settings} /> : null}
      </RoomDialog>
    </div>
  );
}

const QUESTIONS = ["writeTo", "privately"] as const satisfies readonly (keyof ChatSettings)[];

function SettingsForm({ settings }: { settings: ChatSettings }) {
  const t = useTranslations("room.chat");
  const act = useChatAct();
  const [problem, setProblem] = useState<ChatProblem | null>(null);
  const set = async (name: (typeof QUESTIONS)[number], value: ChatReach) =>
    setProblem(await act("chat/settings", { [name]: value }));
  return (
    <>
      {problem ? (
        <p className="rm-problem" role="alert">
          {t(`reasons.${problem}`)}
        </p>
      ) : null}
      {QUESTIONS.map((name) => (
        <ReachSelect
          key={name}
          name={name}
          value={settings[name]}
          onChange={(value) => void set(name, value)}
        />
      ))}
      <p className="rm-hint">{t("settingsHint")}</p>
    </>
  );
}

type ReachSelectProps = {
  name: (typeof QUESTIONS)[number];
  value: ChatReach;
  onChange: (value: ChatReach) => void;
};

function ReachSelect({ name, value, onChange }: ReachSelectProps) {
  const t = useTranslations("room.chat");
  const id = useId();
  return (
    <div className="rm-writing">
      <label htmlFor={id}>{t(name)}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ target }) => onChange(chatReach.catch(value).parse(target.value))}
      >
        {chatReach.options.map((one) => (
          <option key={one} value={one}>
            {t(`${name}Of.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
