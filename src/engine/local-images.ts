import type Dockerode from "dockerode";
import { engineGet, statusCodeOf } from "./engine-request.ts";

/** Whether the engine has an image of this name. Throws what the engine says if it says anything but yes or no. */
export async function hasImage(
  docker: Dockerode,
  reference: string,
  { signal }: { signal: AbortSignal },
): Promise<boolean> {
  try {
    await engineGet(docker, `/images/${reference}/json`, { signal });
    return true;
  } catch (error) {
    if (statusCodeOf(error) === 404) return false;
    throw error;
  }
}
