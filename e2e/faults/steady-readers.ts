import { Visitor } from "../fixtures/visitor";

/** So many people who each read page after page until told to stop; what was not answered with 200 stands in `failed`. */
export function readSteadily(paths: readonly string[], lanes: number, at: string) {
  const failed: string[] = [];
  let [isOver, pages] = [false, 0];
  const lane = async (first: number) => {
    for (let turn = first; !isOver; turn += 1) {
      const path = paths[turn % paths.length] ?? "/";
      const status = await new Visitor(at).ask(path).then(
        (answer) => answer.status,
        () => 0,
      );
      pages += 1;
      if (status !== 200) failed.push(`${path} answered ${status}`);
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
  return {
    failed,
    pages: () => pages,
    stop: async () => {
      isOver = true;
      await done;
    },
  };
}
