import { join } from "node:path";
import { logger } from "@/lib/logger";
import { fairTurns } from "@/lib/threads/fair-turns";
import { runThread } from "@/lib/threads/run-thread";
import type { AnyPaper } from "./papers";

/** A document waits for those before it; more of one network than so many would wait longer than a browser does. */
const MOST_OF_ONE = 8;
const LONGEST_MILLISECONDS = 120_000;
/** Five hundred badges need a third of it. */
const MOST_MEGABYTES = 768;

const program = () => join(process.cwd(), ".build", "pdf.mjs");
const inTurn = fairTurns(MOST_OF_ONE);

type Bytes = Uint8Array<ArrayBuffer>;
type Making = {
  /** The network whose turn it takes: however many documents one asks for, others wait for one of them. */
  owner: string;
  thread?: string;
};

/** Undefined when it took too long: a machine that is that busy should be asked again later. */
const drawInThread = (paper: AnyPaper, thread: string) =>
  runThread<Bytes, Bytes>({
    ...{ program: thread, data: paper, megabytes: MOST_MEGABYTES, milliseconds: LONGEST_MILLISECONDS },
    answerIn: (bytes) => bytes,
  });

/**
 * A document as a file, drawn in a thread of its own: this process goes on answering meanwhile. One at a time, so that a
 * crowd of them takes one core and not all; undefined when its network has too many waiting already, or it took too long.
 */
export async function makePdf(
  paper: AnyPaper,
  { owner, thread = program() }: Making,
): Promise<Bytes | undefined> {
  const began = performance.now();
  const turn = inTurn(owner, () => drawInThread(paper, thread));
  if (!turn) return undefined;
  const bytes = await turn;
  const milliseconds = Math.round(performance.now() - began);
  logger.info({ paper: paper.kind, bytes: bytes?.length ?? 0, milliseconds }, "made a PDF");
  return bytes;
}
