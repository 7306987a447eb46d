/** Letters that the name of a room has space for. */
const LONGEST = 80;

/** What the room of a talk is called: by its people, as far as a label has room for their names. */
export const roomLabel = (people: readonly ({ name: string } | undefined)[]): string =>
  people
    .flatMap((person) => person?.name || [])
    .join(" · ")
    .slice(0, LONGEST)
    .trim() || "–";
