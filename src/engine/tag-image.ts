import type Dockerode from "dockerode";

/** Gives an image of the engine another local name; an image that had it before keeps its others. */
export async function tagImage(
  docker: Dockerode,
  reference: string,
  { repo, tag, signal }: { repo: string; tag: string; signal: AbortSignal },
): Promise<void> {
  await docker.getImage(reference).tag({ repo, tag, abortSignal: signal });
}
