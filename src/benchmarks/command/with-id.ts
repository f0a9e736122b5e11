/** A command line of the author's for sh, with a task's id as its last argument, whatever characters are in it. */
export function withId(commandLine: string, id: string): string[] {
  return ["sh", "-c", `${commandLine} "$@"`, "sh", id];
}
