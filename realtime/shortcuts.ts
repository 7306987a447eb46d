export type Shortcut = "mic" | "cam" | "hand" | "chat" | "people" | "layout" | "bar" | "talk" | "help";
type Keys = {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
};
/** What has the focus: `writing` takes letters itself (a field, a menu, a dialog), `pressing` takes Space (a button, a link). */
export type Focus = "writing" | "pressing" | "free";
/** Single letters act only for whoever has switched them on (WCAG 2.1.4); push to talk can be switched off. */
export type KeyChoice = { letterKeys: boolean; pushToTalk: boolean };

const WITH_CONTROL: Record<string, Shortcut> = { d: "mic", e: "cam" };
const WITH_SHIFT: Record<string, Shortcut> = { h: "hand", m: "chat", l: "people", f: "layout" };
const LETTERS: Record<string, Shortcut> = {
  ...{ m: "mic", v: "cam", r: "hand", c: "chat", p: "people", w: "layout" },
  "?": "help",
};

/** The shortcut a key press stands for. */
export function shortcutOf(keys: Keys, focus: Focus, choice: KeyChoice): Shortcut | undefined {
  if (keys.altKey) return undefined;
  if (keys.ctrlKey || keys.metaKey) {
    return (keys.shiftKey ? WITH_SHIFT : WITH_CONTROL)[keys.key.toLowerCase()];
  }
  if (keys.key === "F2") return "bar";
  if (keys.code === "Space") {
    return choice.pushToTalk && focus === "free" && !keys.shiftKey ? "talk" : undefined;
  }
  return choice.letterKeys && focus !== "writing" ? LETTERS[keys.key.toLowerCase()] : undefined;
}
