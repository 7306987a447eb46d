/** Prints every broken law with its places and sets the exit code; having seen no file is a failure too. */
export function report({ laws, reasons = {}, breaches, seen }) {
  for (const law of new Set(breaches.map((breach) => breach.law))) {
    console.error(`✗ ${law}${law in reasons ? `: ${reasons[law]}` : ""}`);
    for (const breach of breaches) if (breach.law === law) console.error(`    ${breach.where}`);
  }
  if (seen === 0) console.error("✗ no files were checked");
  if (breaches.length > 0 || seen === 0) process.exitCode = 1;
  else console.log(`✔ ${laws.length} laws hold over ${seen} files`);
}
