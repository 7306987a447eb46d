"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { isCalledIn } from "@/components/room/chat/mentions";
import { useMyHand } from "@/components/room/use-my-hand";
import { useSpeak } from "@/components/ui/live-regions";
import { withNames } from "@/domain/interaction/schema/chat";
import { useMyId, useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useRoom, useSession } from "@/realtime/hooks/use-room-session";

const BATCH_MS = 3000;

/** Arrivals in batches, hands, and messages. */
export function SpokenPeople() {
  useArrivals();
  useHands();
  useMessages();
  return null;
}

function useArrivals() {
  const t = useTranslations("room.spoken");
  const speak = useSpeak();
  const people = useRoom(({ room }) => room.people);
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = known.current;
      known.current = new Set(people.map((person) => person.id));
      const fresh = people.filter((person) => before && !person.own && !before.has(person.id));
      const name = fresh[0]?.name;
      if (name) speak(t("joined", { count: fresh.length, name }));
    }, BATCH_MS);
    return () => clearTimeout(timer);
  }, [people, speak, t]);
}

function useHands() {
  const t = useTranslations("room.spoken");
  const speak = useSpeak();
  const me = useMyId();
  const { moderate } = useRights();
  const { hand, place } = useMyHand();
  const before = useRef<typeof hand>(undefined);
  const newest = useDocuments((documents) => documents.hands.at(-1));
  useEffect(() => {
    if (place > 0) speak(t("handPlace", { place }));
  }, [place, speak, t]);
  useEffect(() => {
    if (before.current && !hand) speak(t(before.current.state === "speaking" ? "floorOver" : "handDown"));
    before.current = hand;
  }, [hand, speak, t]);
  useEffect(() => {
    if (moderate && newest?.state === "raised" && newest.admissionId !== me) {
      speak(t("handRaised", { name: newest.name }));
    }
  }, [newest, moderate, me, speak, t]);
}

function useMessages() {
  const t = useTranslations("room.spoken");
  const speak = useSpeak();
  const me = useMyId();
  const session = useSession();
  const newest = useDocuments((documents) => documents.messages.at(-1));
  const spokenAt = useRef<string | null>(null);
  useEffect(() => {
    // Whoever comes in late hears what comes from then on; and nothing twice when the last message is hidden.
    const before = spokenAt.current ?? new Date(session.serverNow()).toISOString();
    spokenAt.current = before;
    if (!newest || newest.at <= before) return;
    spokenAt.current = newest.at;
    if (newest.admissionId === me || newest.text === "") return;
    const nameOf = (id: string) => newest.mentions.find(({ admissionId }) => admissionId === id)?.name ?? "";
    const open = isCalledIn(newest.text, me) ? "chatCalled" : "chat";
    speak(
      t(newest.scope === "private" ? "chatAlone" : open, {
        name: newest.name,
        text: withNames(newest.text, nameOf),
      }),
    );
  }, [newest, me, session, speak, t]);
}
