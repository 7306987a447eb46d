export type Shortcut = "mic" | "cam" | "hand" | "chat" | "people" | "layout" | "bar" | "talk";
type Keys = {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
};

const WITH_CONTROL: Record<string, Shortcut> = { d: "mic", e: "cam" };
const WITH_SHIFT: Record<string, Shortcut> = { h: "hand", m: "chat", l: "people", f: "layout" };

/** The shortcut a key press stands for. `busy`: a field or a button has the focus, so Space belongs to it. */
export function shortcutOf(keys: Keys, busy: boolean): Shortcut | undefined {
  if (keys.altKey) return undefined;
  if (keys.ctrlKey || keys.metaKey) {
    return (keys.shiftKey ? WITH_SHIFT : WITH_CONTROL)[keys.key.toLowerCase()];
  }
  if (keys.key === "F2") return "bar";
  return keys.code === "Space" && !keys.shiftKey && !busy ? "talk" : undefined;
}
