/** An expected reason to stop: a person reads the message and acts on it, so no stack is shown. */
export class StackFailure extends Error {}

/** Somebody stopped us in the middle: nothing went wrong. */
export class Interrupted extends StackFailure {}

/** Ends the process; only what nobody expected shows where it came from. */
export function stopOnFailure(error) {
  console.error(error instanceof StackFailure ? `\nplenum: ${error.message}` : error);
  process.exit(1);
}
