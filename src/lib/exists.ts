import { access } from "node:fs/promises";

/** Whether something that can be seen is at this path. */
export async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
