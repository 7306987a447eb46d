"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { request } from "../client/http-control";
import { SignalFeed } from "../client/signal-feed";
import type { Signal } from "../protocol";

/** Hundreds of phones hear the same signal: spread, so that they do not ask in the same moment. A projector is alone. */
const JITTER_MS = { hall: 3000, projector: 0 } as const;
/** While nothing can be heard the page looks by itself. */
const AGAIN_MS = 15_000;

type Counted = { id: string; votes: number };
type OpenPage = { state: "before" | "live" | "over"; questions: readonly Counted[] };
type Named<Value> = { kind: "hall" | "projector"; token: string; schema: z.ZodType<Value> };
export type Shown = "loading" | "shown" | "gone" | "offline";

const counted = <Value extends OpenPage>(page: Value, votes: Readonly<Record<string, number>>): Value => ({
  ...page,
  questions: page.questions.map((one) => ({ ...one, votes: votes[one.id] ?? one.votes })),
});

/**
 * A page that opens by its address alone and follows signals: the hall's, or a projector's. Numbers of votes come with the
 * signal, everything else is read again. It ends by itself once the event is over.
 */
export function useOpenPage<Value extends OpenPage>({ kind, token, schema }: Named<Value>) {
  const [page, setPage] = useState<Value | null>(null);
  const [shown, setShown] = useState<Shown>("loading");
  const reading = useRef(0);
  const read = useCallback(async () => {
    reading.current += 1;
    const mine = reading.current;
    const reply = await request(`/api/${kind}/${token}`);
    // A later question has been asked since: its answer counts.
    if (mine !== reading.current) return;
    const found = reply.ok ? schema.safeParse(reply.value).data : undefined;
    if (found) setPage(found);
    if (found) setShown("shown");
    else setShown(!reply.ok && "refusal" in reply && reply.refusal.kind === "not_found" ? "gone" : "offline");
  }, [kind, token, schema]);
  useEffect(() => void read(), [read]);
  const isListening = page !== null && page.state !== "over" && shown !== "gone";
  useEffect(() => {
    if (!isListening) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null;
        void read();
      }, Math.random() * JITTER_MS[kind]);
    };
    const heard = ({ topic, votes }: Signal) => {
      if (topic === "votes" && votes) setPage((before) => before && counted(before, votes));
      else soon();
    };
    const feed = new SignalFeed({ where: { [kind]: token }, listener: heard });
    feed.open();
    return () => {
      feed.close();
      if (timer) clearTimeout(timer);
    };
  }, [isListening, kind, token, read]);
  const looks = shown === "offline" || (shown === "shown" && isListening);
  useEffect(() => {
    if (!looks) return;
    const again = setInterval(() => void read(), shown === "offline" ? AGAIN_MS / 3 : AGAIN_MS * 4);
    return () => clearInterval(again);
  }, [looks, shown, read]);
  return { page, shown, read, change: setPage };
}
