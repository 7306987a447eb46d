"use client";

import { Settings2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { RoomDialog } from "@/components/room/room-dialog";
import { problemOf, type QuestionProblem } from "@/components/room/use-question-act";
import { Button, ButtonLink } from "@/components/ui/button";
import { useSpeak } from "@/components/ui/live-regions";
import { Switch } from "@/components/ui/switch";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

/** For hosts: how questions are taken, and the pages for hall and projector. */
export function QuestionSettings() {
  const t = useTranslations("audience.settings");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("title")}
        title={t("title")}
        onClick={() => setOpen(true)}
      >
        <Settings2 className="icon" aria-hidden />
      </button>
      <RoomDialog open={open} onClose={() => setOpen(false)} title={t("title")}>
        {open ? <SettingsForm /> : null}
      </RoomDialog>
    </>
  );
}

type Change = { isOpen?: boolean; isModerated?: boolean; allowsAnonymous?: boolean } & {
  hall?: "renew" | "close";
  projector?: "renew" | "close";
};

function SettingsForm() {
  const t = useTranslations("audience");
  const session = useSession();
  const asking = useDocuments((documents) => documents.asking);
  const [problem, setProblem] = useState<QuestionProblem | null>(null);
  // A switch turns at once; what counts is read again with the next signal.
  const [wishes, wish] = useState<Change>({});
  const settings = asking?.settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read anew takes the place of what was wished.
  useEffect(() => wish({}), [settings]);
  if (!asking) return null;
  const set = async (change: Change) => {
    wish((before) => ({ ...before, ...change }));
    const found = problemOf(await session.act("questions/settings", change));
    setProblem(found);
    if (found) wish({});
  };
  const { isOpen, isModerated, allowsAnonymous } = { ...asking.settings, ...wishes };
  return (
    <>
      {problem ? (
        <p className="rm-problem" role="alert">
          {t(`reasons.${problem}`)}
        </p>
      ) : null}
      <Switch
        label={t("settings.open")}
        checked={isOpen}
        onChange={({ target }) => void set({ isOpen: target.checked })}
      />
      <Switch
        label={t("settings.moderated")}
        checked={isModerated}
        onChange={({ target }) => void set({ isModerated: target.checked })}
      />
      <Switch
        label={t("settings.anonymous")}
        checked={allowsAnonymous}
        onChange={({ target }) => void set({ allowsAnonymous: target.checked })}
      />
      <Address kind="projector" token={asking.addresses?.projector ?? null} onChange={set} />
      <Address kind="hall" token={asking.addresses?.hall ?? null} onChange={set} />
    </>
  );
}

type AddressProps = {
  kind: "hall" | "projector";
  token: string | null;
  onChange: (change: Change) => Promise<void>;
};

/** A page that opens without signing in, by its address alone: made, opened, copied, renewed and closed here. */
function Address({ kind, token, onChange }: AddressProps) {
  const t = useTranslations("audience.settings");
  const speak = useSpeak();
  const path = href(localeOf(useLocale()), `/${kind}/${token}`);
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}${path}`);
    speak(t("copied"));
  };
  return (
    <section className="rm-address" aria-label={t(kind)}>
      <h3>{t(kind)}</h3>
      <p className="rm-hint">{t(`${kind}Hint`)}</p>
      <div className="rm-actions">
        {token ? (
          <>
            <ButtonLink size="sm" href={path} target="_blank" rel="noreferrer">
              {t("openPage")}
            </ButtonLink>
            <Button size="sm" onClick={() => void copy()}>
              {t("copy")}
            </Button>
            <Button size="sm" title={t("renewHint")} onClick={() => void onChange({ [kind]: "renew" })}>
              {t("renew")}
            </Button>
            <Button size="sm" variant="danger-quiet" onClick={() => void onChange({ [kind]: "close" })}>
              {t("close")}
            </Button>
          </>
        ) : (
          <Button size="sm" variant="soft" onClick={() => void onChange({ [kind]: "renew" })}>
            {t("make")}
          </Button>
        )}
      </div>
    </section>
  );
}
