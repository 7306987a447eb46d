import { Store } from "./store";

/** As much of document picture-in-picture as is used; only Chromium has it, on desktops. */
type DocumentPictures = { requestWindow(size: { width: number; height: number }): Promise<Window> };

function documentPictures(): DocumentPictures | null {
  return "documentPictureInPicture" in window
    ? (window.documentPictureInPicture as DocumentPictures | null)
    : null;
}

const SIZE = { width: 384, height: 260 };

/** A small window above all others: of its own with controls where the browser can, else one picture by itself. */
export class SmallWindow {
  readonly store = new Store<{ opened: Window | null }>({ opened: null });

  /** What this browser offers. */
  get kind(): "window" | "picture" | null {
    if (typeof window === "undefined") return null;
    if (documentPictures()) return "window";
    return document.pictureInPictureEnabled ? "picture" : null;
  }

  /** False when there is nothing to show, or the browser refuses. */
  async toggle(picture: () => HTMLVideoElement | null): Promise<boolean> {
    try {
      if (this.kind === "window") await this.#toggleWindow();
      else return await togglePicture(picture());
      return true;
    } catch {
      // The browser wants a click for it, or the person has forbidden it.
      return false;
    }
  }

  close(): void {
    this.store.get().opened?.close();
  }

  async #toggleWindow(): Promise<void> {
    if (this.store.get().opened) return this.close();
    const opened = await documentPictures()?.requestWindow(SIZE);
    if (!opened) return;
    dress(opened.document);
    opened.addEventListener("pagehide", () => this.store.set({ opened: null }), { once: true });
    this.store.set({ opened });
  }
}

async function togglePicture(picture: HTMLVideoElement | null): Promise<boolean> {
  if (document.pictureInPictureElement) {
    await document.exitPictureInPicture();
    return true;
  }
  await picture?.requestPictureInPicture();
  return picture !== null;
}

/** The window begins empty: it gets the language, the colours and the styles of the page. */
function dress(target: Document): void {
  const { documentElement: page } = document;
  target.documentElement.lang = page.lang;
  target.documentElement.className = page.className;
  for (const [name, value] of Object.entries(page.dataset)) target.documentElement.dataset[name] = value;
  target.documentElement.style.cssText = page.style.cssText;
  target.body.className = document.body.className;
  for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) {
    target.head.append(target.importNode(style, true));
  }
}
