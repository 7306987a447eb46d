"use client";

import { Menu } from "@base-ui/react/menu";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useSession } from "@/realtime/hooks/use-room-session";
import { type Emoji, gestures } from "@/realtime/protocol";

export const GLYPHS: Record<Emoji, string> = {
  clap: "👏",
  heart: "❤️",
  thumbs_up: "👍",
  laugh: "😂",
  surprise: "😮",
  celebrate: "🎉",
};

/** A held key or a fast finger is one person's applause: more often than this nobody counts. */
const OFTEN_MS = 900;

/** The signs in a menu; it stays open, because applause is more than one. */
export function ReactionItems() {
  const t = useTranslations("polls.reactions");
  const { documents } = useSession();
  const last = useRef(Number.NEGATIVE_INFINITY);
  const send = (emoji: Emoji) => {
    const now = performance.now();
    if (now - last.current < OFTEN_MS) return;
    last.current = now;
    void documents.send("reactions", { emoji }, null);
  };
  return (
    <Menu.Group className="rm-emojis">
      {gestures.map((emoji) => (
        <Menu.Item
          key={emoji}
          className="rm-emoji"
          aria-label={t(emoji)}
          title={t(emoji)}
          closeOnClick={false}
          onClick={() => send(emoji)}
        >
          <span aria-hidden="true">{GLYPHS[emoji]}</span>
        </Menu.Item>
      ))}
    </Menu.Group>
  );
}
