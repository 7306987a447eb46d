type Tracked = { id: string; track: string };
/** A part of an agenda: an item for everybody, or tracks side by side. */
type AgendaPart<Item extends Tracked> =
  | { kind: "item"; item: Item }
  | { kind: "tracks"; tracks: { name: string; items: Item[] }[] };

/**
 * An agenda in order as parts below each other: what follows each other within tracks stands together. Tracks go by their
 * names, so that each has its place in every part, whatever begins first in it.
 */
export function agendaParts<Item extends Tracked>(items: readonly Item[]): AgendaPart<Item>[] {
  const parts: AgendaPart<Item>[] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (item.track === "") parts.push({ kind: "item", item });
    else if (last?.kind !== "tracks")
      parts.push({ kind: "tracks", tracks: [{ name: item.track, items: [item] }] });
    else {
      const track = last.tracks.find(({ name }) => name === item.track);
      if (track) track.items.push(item);
      else last.tracks.push({ name: item.track, items: [item] });
    }
  }
  for (const part of parts)
    if (part.kind === "tracks") part.tracks.sort((one, other) => one.name.localeCompare(other.name, "de"));
  return parts;
}
