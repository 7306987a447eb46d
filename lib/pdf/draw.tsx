import { renderToBuffer } from "@react-pdf/renderer";
import { Badges } from "./badges";
import { type Letters, lettersFor } from "./fonts";
import { type AnyPaper, paperOf } from "./papers";
import { Table } from "./table";

function documentOf(paper: AnyPaper, letters: Letters) {
  const read = paperOf.parse(paper);
  return read.kind === "badges" ? (
    <Badges paper={read} letters={letters} />
  ) : (
    <Table paper={read} letters={letters} />
  );
}

/** Draws a document. It takes seconds of one core, so only the thread that `makePdf` starts calls it, and tests. */
export const drawPdf = async (paper: AnyPaper): Promise<Uint8Array> =>
  new Uint8Array(await renderToBuffer(documentOf(paper, await lettersFor(JSON.stringify(paper)))));
