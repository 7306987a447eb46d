/** People of a talk as its texts say them: „Ben, Cem und Dora“, and how many they are. */
export const namesText = (locale: string, names: readonly string[]): { name: string; count: number } => ({
  name: new Intl.ListFormat(locale, { type: "conjunction" }).format(names),
  count: names.length,
});

type Named = { personId: string; name: string };
type Talk = { partner: Named; others: readonly Named[] };

/** The others of one's talk, or those of them whose ids these are. */
export function othersText(locale: string, { partner, others }: Talk, ids?: readonly string[]) {
  const all = [partner, ...others];
  const meant = ids ? all.filter(({ personId }) => ids.includes(personId)) : all;
  return namesText(
    locale,
    meant.map(({ name }) => name),
  );
}
