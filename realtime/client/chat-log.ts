import type { z } from "zod";
import { type ChatMessage, type ChatPage, chatPage } from "../chat-api";
import type { ListName, Lists, RoomDocuments } from "./document-lists";
import type { Store } from "./store";

/** The server gives no more at once; after a long gap there may be more behind a full page. */
const CHAT_PAGE = 200;

/** Where the copy is kept, and how it is read. */
type Shelf = {
  store: Store<RoomDocuments>;
  keep: (name: ListName, value: Partial<Lists>) => void;
  signalled: (topic: "chat") => void;
  fetch: <Value>(
    path: string,
    schema: z.ZodType<Value>,
    keep: (value: Value) => void,
  ) => Promise<"answered" | "unreachable">;
};

/** The copy of what this person may read of the chat: gaps are filled at its end, what came before is read on wish. */
export class ChatLog {
  /** What was read is no longer what was said: somebody's words were changed, hidden or erased. */
  #isStale = false;

  constructor(private readonly shelf: Shelf) {}

  markStale(): void {
    this.#isStale = true;
  }

  /** A message that is already there in another copy (own post, signal) is kept once. */
  add(messages: readonly ChatMessage[]): void {
    const { store } = this.shelf;
    const known = new Map(store.get().messages.map((one) => [one.id, one]));
    for (const one of messages) known.set(one.id, one);
    const sorted = [...known.values()].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
    store.set({ messages: sorted });
  }

  /** The newest page in place of all that was read; what came before it can be had by `readEarlier`. */
  keepNewest({ messages, earlier, settings }: ChatPage): void {
    this.shelf.keep("chat", { messages, earlier, chatting: settings });
  }

  /** The page before the first message that is here. */
  async readEarlier(): Promise<void> {
    const first = this.#messages()[0]?.id;
    if (!first) return;
    await this.shelf.fetch(`chat?before=${encodeURIComponent(first)}`, chatPage, (page) => {
      // Meanwhile the chat may have been read anew, and begin elsewhere.
      if (this.#messages()[0]?.id !== first) return;
      this.add(page.messages);
      this.shelf.store.set({ earlier: page.earlier });
    });
  }

  /** What came after the last message that is here; the newest page where nothing is, or where that says something else now. */
  async read(): Promise<"answered" | "unreachable"> {
    const isStale = this.#isStale;
    this.#isStale = false;
    const last = isStale ? undefined : this.#messages().at(-1)?.id;
    const path = last ? `chat?after=${encodeURIComponent(last)}` : "chat";
    const outcome = await this.shelf.fetch(path, chatPage, (page) => {
      if (last) this.#continue(last, page);
      else this.keepNewest(page);
    });
    if (isStale && outcome === "unreachable") this.markStale();
    return outcome;
  }

  #continue(last: string, { messages, settings }: ChatPage): void {
    this.add(messages);
    this.shelf.keep("chat", { chatting: settings });
    if (messages.length < CHAT_PAGE) return;
    // A full page of what is known already leads no further; the newest one does.
    if (this.#messages().at(-1)?.id === last) this.markStale();
    this.shelf.signalled("chat");
  }

  #messages(): readonly ChatMessage[] {
    return this.shelf.store.get().messages;
  }
}
