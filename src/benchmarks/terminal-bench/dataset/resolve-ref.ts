import { HarnessError } from "../../../core/fault.ts";
import { fetchFault, runRemoteGit } from "./dataset-git.ts";
import { isCommit } from "./dataset-source.ts";

/**
 * The full commit that a branch, a tag or HEAD (null) is at now. Throws config "dataset-ref" where there is no such ref
 * or two of the name, and what `fetchFault` says.
 */
export async function resolveRef(
  { url, ref }: { url: string; ref: string | null },
  { signal }: { signal: AbortSignal },
): Promise<string> {
  if (isCommit(ref)) return ref;
  const names = namesOf(ref);
  const patterns = names.flatMap((name) => [name, `${name}^{}`]);
  const listed = await runRemoteGit(null, ["ls-remote", "--quiet", "--", url, ...patterns], {
    ...{ signal, timeoutMs: 120_000 },
  });
  if (listed.exitCode !== 0) throw fetchFault(url, ref ?? "HEAD", listed);
  const known = new Map(
    listed.stdout
      .split("\n")
      .map((line) => line.split("\t"))
      .flatMap(([hash, name]) => (name === undefined || hash === undefined ? [] : [[name, hash] as const])),
  );
  // What an annotated tag points to stands behind it.
  const found = names.flatMap((name) => known.get(`${name}^{}`) ?? known.get(name) ?? []);
  const [commit] = found;
  if (commit !== undefined && new Set(found).size === 1) return commit;
  const problem =
    commit === undefined
      ? `has no branch and no tag ${ref ?? "HEAD"}. A commit is written with all its 40 digits`
      : `has both a branch and a tag ${ref}: write refs/heads/${ref} or refs/tags/${ref}`;
  throw new HarnessError({ fault: "config", code: "dataset-ref", message: `${url} ${problem}.` });
}

function namesOf(ref: string | null): string[] {
  if (ref === null) return ["HEAD"];
  return ref.startsWith("refs/") ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`];
}
