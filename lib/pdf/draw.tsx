import { renderToBuffer } from "@react-pdf/renderer";
import { Badges } from "./badges";
import { Certificate } from "./certificate";
import { type Letters, lettersFor } from "./fonts";
import { type AnyPaper, paperOf } from "./papers";
import { Report } from "./report";
import { Table } from "./table";

function documentOf(paper: AnyPaper, letters: Letters) {
  const read = paperOf.parse(paper);
  switch (read.kind) {
    case "badges":
      return <Badges paper={read} letters={letters} />;
    case "table":
      return <Table paper={read} letters={letters} />;
    case "report":
      return <Report paper={read} letters={letters} />;
    case "certificate":
      return <Certificate paper={read} letters={letters} />;
  }
}

/** Draws a document. It takes seconds of one core, so only the thread that `makePdf` starts calls it, and tests. */
export const drawPdf = async (paper: AnyPaper): Promise<Uint8Array> =>
  new Uint8Array(await renderToBuffer(documentOf(paper, await lettersFor(JSON.stringify(paper)))));
