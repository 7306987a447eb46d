import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type deTalks from "@/messages/de/talks.json";

type DoneKey = keyof (typeof deTalks)["done"];

/** Says what has just been done, on the page that follows; `done` comes from the address, so it may be anything. */
export function TalkDone({ done }: { done: unknown }) {
  const t = useTranslations("talks.done");
  const isDone = (key: unknown): key is DoneKey => typeof key === "string" && t.has(key as DoneKey);
  return isDone(done) ? <Notice tone="success" role="status" title={t(done)} /> : null;
}
