/**
 * What the operator reads when a command breaks off. Faults of our own (their names end in "Fault")
 * say in a sentence what is wrong and what to do; anything else is a mistake in the program, whose
 * stack helps to mend it.
 */
export function explainFault(error: unknown): string {
  if (!(error instanceof Error)) return `Something unexpected was thrown: ${String(error)}`;
  if (error.name.endsWith('Fault')) return error.message;
  return `This should not have happened; please report it.\n${error.stack ?? error.message}`;
}
