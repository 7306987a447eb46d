const COMPILED = /^[\w.~/-]+$/;

const packages = (count) => `${count} package${count === 1 ? "" : "s"} compiled`;

/**
 * How far Go is, told by what it prints while it works: `go: downloading …` for a module, with -v the bare path of a
 * package for each that it compiles. What its cache holds is not compiled again, hence "at most".
 */
export function goProgress() {
  let [modules, compiled] = [0, 0];
  let total;
  return {
    expect: (count) => {
      total = count;
    },
    /** Counts a line; false for one that tells something else, which a person has to see. */
    count: (line) => {
      const isModule = line.startsWith("go: downloading ");
      const isPackage = COMPILED.test(line);
      if (isModule) modules += 1;
      if (isPackage) compiled += 1;
      return isModule || isPackage;
    },
    text: () => {
      if (compiled === 0) return `${modules} modules fetched`;
      return total === undefined ? packages(compiled) : `${compiled} of at most ${packages(total)}`;
    },
  };
}
