import { mentionOf, mentionsIn } from "@/domain/interaction/schema/chat";

export type Named = { admissionId: string; name: string };

/** Whether the message itself names this person; whoever is named in what it answers was called before. */
export const isCalledIn = (text: string, me: string | null): boolean =>
  me !== null && mentionsIn(text).includes(me);

/** What is being typed behind an @, up to the caret; null where no name is being typed. */
export function mentionAt(text: string, caret: number): { query: string; from: number } | null {
  const found = /(?:^|[\s(])@([^\s@]{0,40})$/u.exec(text.slice(0, caret));
  const query = found?.[1];
  return query === undefined ? null : { query, from: caret - query.length - 1 };
}

const MOST = 6;
const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** People whose name, or one of its words, begins like that. */
export function candidatesFor(query: string, people: readonly Named[]): Named[] {
  const wanted = plain(query);
  const fits = ({ name }: Named) =>
    name !== "" && [plain(name), ...plain(name).split(/[\s-]+/)].some((word) => word.startsWith(wanted));
  return people.filter(fits).slice(0, MOST);
}

/** The text with the ids of whoever was picked in place of their names; longer names first, so that none is cut in two. */
export function withIds(text: string, picked: readonly Named[]): string {
  const names = [...picked].sort((one, other) => other.name.length - one.name.length);
  return names.reduce(
    (said, { admissionId, name }) => said.replaceAll(`@${name}`, mentionOf(admissionId)),
    text,
  );
}
