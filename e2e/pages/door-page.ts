import { expect, type Locator, type Page } from "@playwright/test";
import { qrSquares } from "../../lib/qr";

/** Replaces the camera by a sheet of paper on which a test draws. */
function installPaper(): void {
  const paper = document.createElement("canvas");
  paper.width = 640;
  paper.height = 480;
  const pencil = paper.getContext("2d");
  const wipe = () => {
    if (!pencil) throw new Error("nothing to draw with");
    pencil.fillStyle = "#fff";
    pencil.fillRect(0, 0, paper.width, paper.height);
    return pencil;
  };
  wipe();
  const draw = (squares: boolean[][]) => {
    const pen = wipe();
    const size = Math.floor(440 / squares.length);
    pen.fillStyle = "#000";
    squares.forEach((row, y) => {
      row.forEach((isDark, x) => {
        if (isDark) pen.fillRect(100 + x * size, 20 + y * size, size, size);
      });
    });
  };
  // A sheet on which nothing moves gives no new picture.
  setInterval(() => pencil?.fillRect(0, 0, 1, 1), 50);
  navigator.mediaDevices.getUserMedia = async () => paper.captureStream(20);
  Object.assign(window, { drawOnPaper: draw });
}

/** The scanner of one event, before whose camera a test holds codes. */
export class DoorOf {
  readonly page: Page;
  readonly answer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.answer = page.locator(".answer");
  }

  async open(slug: string): Promise<void> {
    await this.page.addInitScript(installPaper);
    await this.page.goto(`/checkin/${slug}`);
    await this.page.getByRole("button", { name: "Kamera starten" }).click();
    await expect(this.page.getByRole("button", { name: "Kamera beenden" })).toBeVisible();
  }

  /** Holds a code before the camera until the screen says something new. */
  async scan(code: string): Promise<void> {
    await this.page.evaluate(
      ({ squares }) =>
        new Promise<void>((resolve, reject) => {
          const panel = document.querySelector(".answer");
          const draw: unknown = Reflect.get(window, "drawOnPaper");
          if (!panel || typeof draw !== "function") return reject(new Error("there is no scanner"));
          const seen = new MutationObserver(() => {
            seen.disconnect();
            resolve();
          });
          seen.observe(panel, { subtree: true, childList: true, attributes: true, characterData: true });
          draw(squares);
        }),
      { squares: qrSquares(code) },
    );
  }

  async expectAnswer(state: string, text: string | RegExp): Promise<void> {
    await expect(this.answer).toHaveAttribute("data-state", state);
    await expect(this.answer).toContainText(text);
  }
}
