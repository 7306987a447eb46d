/** What separates cells: the German Excel writes semicolons, most programs commas, a copied table has tabs. */
export const delimiters = [";", ",", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];
