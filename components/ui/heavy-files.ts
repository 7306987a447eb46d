import type { FieldProblem } from "@/components/ui/error-summary";
import { withName } from "@/components/ui/with-name";
import type { Locale } from "@/lib/i18n/locales";

/** A file that was chosen in a field, with the words of its label, and how large that field takes one. */
export type Chosen = { field: string; label?: string | undefined; name: string; bytes: number; most: number };
export type Weighing = {
  /** Bytes of all files of the form together. */
  most: number;
  /** Words for one file that is too large, and for all of them, with `{name}`, `{size}`, `{sum}` and `{most}`. */
  says: { file: string; whole: string };
  locale: Locale;
};

const MEGABYTE = 1024 * 1024;

const filled = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** What is too large to be sent: one problem for each field, or one for the largest file where they are too much together. */
export function heavyFiles(chosen: readonly Chosen[], { most, says, locale }: Weighing): FieldProblem[] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  // Rounded up: a file that is too large must not read as one that is just small enough.
  const size = (bytes: number) => number.format(Math.ceil((bytes / MEGABYTE) * 10) / 10);
  const single = new Map<string, FieldProblem>();
  for (const { field, label, name, bytes, most: ofField } of chosen) {
    if (bytes <= ofField || single.has(field)) continue;
    const text = filled(says.file, { name, size: size(bytes), most: size(ofField) });
    single.set(field, { field, text: withName(label, text) });
  }
  if (single.size > 0) return [...single.values()];
  const sum = chosen.reduce((all, { bytes }) => all + bytes, 0);
  const [largest] = chosen.toSorted((a, b) => b.bytes - a.bytes);
  if (!largest || sum <= most) return [];
  const values = { name: largest.name, size: size(largest.bytes), sum: size(sum), most: size(most) };
  return [{ field: largest.field, text: withName(largest.label, filled(says.whole, values)) }];
}

/** The files that are chosen in a form; a field says in `data-most` how large it takes one. */
export const chosenIn = (form: HTMLFormElement): Chosen[] =>
  [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].flatMap((input) =>
    [...(input.files ?? [])].map(({ name, size }) => ({
      field: input.id,
      label: input.labels?.[0]?.innerText,
      name,
      bytes: size,
      most: Number(input.dataset.most ?? Number.POSITIVE_INFINITY),
    })),
  );
