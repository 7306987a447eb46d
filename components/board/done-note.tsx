import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type deBoard from "@/messages/de/board.json";

type Done = keyof (typeof deBoard)["done"];

/** What has just been done, by the word that stands in the address. */
export function DoneNote({ done }: { done: string | undefined }) {
  const t = useTranslations("board");
  const isDone = (word: string): word is Done => t.has(`done.${word as Done}`);
  if (done === undefined || !isDone(done)) return null;
  return (
    <Notice tone="success" role="status">
      {t(`done.${done}`)}
    </Notice>
  );
}
