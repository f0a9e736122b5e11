import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Clock } from "../../../src/lib/clock.ts";
import { buildsAtOnce, runBuild } from "../../../src/sandboxes/e2b/build.ts";
import { type E2bClient, loadE2bClient } from "../../../src/sandboxes/e2b/client.ts";
import { E2bImages, usualSize } from "../../../src/sandboxes/e2b/images.ts";
import { cloudFaults } from "../../helpers/cloud/cloud-faults.ts";
import { type CloudAnswer, type CloudServer, openCloudServer } from "../../helpers/cloud/cloud-server.ts";
import { refusalOf } from "../../helpers/cloud/e2b-answers.ts";
import { fakeClock } from "../../helpers/fake-clock.ts";

const { signal } = new AbortController();
const begin = "POST /v3/templates";

let server: CloudServer;
let client: E2bClient;
/** Where it is to be another one than the usual. */
let answers: Record<string, () => CloudAnswer | undefined>;
let under: Set<string>;
let mostUnder: number;

beforeEach(async () => {
  [answers, under, mostUnder] = [{}, new Set(), 0];
  const looked = new Set<string>();
  server = await openCloudServer({
    faults: cloudFaults("build"),
    refusal: refusalOf,
    nameOf: (method, path) => `${method} ${path}`,
    async handle({ method, path, json }) {
      const what = path.endsWith("/status") ? "status" : `${method} ${path}`;
      const answer = answers[what]?.();
      if (answer !== undefined) return answer;
      if (what === begin) {
        const name = String((await json())["name"]);
        under.add(name);
        mostUnder = Math.max(mostUnder, under.size);
        const names = [name];
        return {
          status: 202,
          json: { templateID: name, buildID: "b", public: false, names, aliases: names, tags: [] },
        };
      }
      if (what === "status") {
        const [, , name = ""] = path.split("/");
        const status = looked.has(name) ? "ready" : "building";
        looked.add(name);
        if (status === "ready") under.delete(name);
        return { status: 200, json: { templateID: name, buildID: "b", status, logs: [], logEntries: [] } };
      }
      if (path === "/templates/tags") return { status: 201, json: { buildID: "b", tags: ["ready"] } };
      return /\/builds\//.test(path) ? { status: 202, json: {} } : refusalOf(404, path);
    },
  });
  client = await loadE2bClient({
    ...{ apiKey: `e2b_${"0".repeat(40)}`, apiUrl: server.url, sandboxUrl: server.url },
  });
});
afterEach(() => server[Symbol.asyncDispose]());

async function build(clock?: Clock): Promise<void> {
  const template = client.Template().fromImage("debian");
  const request = { name: "one", size: usualSize, timeoutMs: 600_000, signal, onLog: () => undefined };
  await runBuild(client, template, request, clock);
}

function failing(reason: string, lines: readonly string[] = []): () => CloudAnswer {
  let told = false;
  return () => {
    const at = "2026-11-30T00:00:00Z";
    const logEntries = told ? [] : lines.map((message) => ({ timestamp: at, level: "info", message }));
    told = true;
    const base = { templateID: "one", buildID: "b", status: "error", logs: [], logEntries };
    return { status: 200, json: { ...base, reason: { message: reason, logEntries: [] } } };
  };
}

describe("whose fault a build is that does not come about", () => {
  test.each([
    ["infrastructure", "cloud-call-failed", begin, 400],
    ["infrastructure", "cloud-call-failed", "status", 404],
    ["infrastructure", "cloud-call-failed", "POST /templates/tags", 409],
    ["config", "cloud-key-refused", begin, 401],
  ])("%s %s: E2B answers %s with %i", async (fault, code, what, status) => {
    answers = { [what]: () => refusalOf(status, "") };
    await expect(build()).rejects.toMatchObject({ fault, code });
  });

  test("the task's, where a build that was begun ends in an error", async () => {
    answers = { status: failing("exit status 3", ["so far"]) };
    await expect(build()).rejects.toMatchObject({
      ...{ fault: "task", code: "image-build-failed", message: expect.stringContaining("so far") },
    });
  });

  test.each([
    ["its reason", "toomanyrequests: You have reached your pull rate limit", "step 1"],
    ["its log", "exit status 100", "Temporary failure resolving 'deb.debian.org'"],
  ])("nobody's, where %s tells of a registry or a mirror", async (_where, reason, line) => {
    answers = { status: failing(reason, [line]) };
    await expect(build()).rejects.toMatchObject({ fault: "infrastructure", code: "image-build-trouble" });
  });
});

describe("while E2B builds enough already", () => {
  test("a build waits for its turn, asking less and less often", async () => {
    let refusals = 45;
    answers = { [begin]: () => (refusals-- > 0 ? refusalOf(429, "", "too many builds at once") : undefined) };
    const clock = fakeClock();
    await build(clock);
    expect(clock.slept).toHaveLength(45);
    const [first = 0] = clock.slept;
    expect([first < 2_000, clock.slept.slice(10).every((ms) => ms >= 30_000 && ms <= 45_000)]).toEqual([true, true]);
  });

  test("a build that is never let in is given up after half an hour, as refused", async () => {
    answers = { [begin]: () => refusalOf(429, "", "too many builds at once") };
    const clock = fakeClock();
    await expect(build(clock)).rejects.toMatchObject({ fault: "infrastructure", code: "cloud-rate-limited" });
    expect(clock.now()).toBeGreaterThan(1_800_000);
    expect(clock.now()).toBeLessThan(1_900_000);
  });

  test("one host asks for so many only", async () => {
    const images = new E2bImages(client, async () => undefined, {});
    const references = Array.from({ length: 2 * buildsAtOnce + 1 }, (_, at) => `image:${at}`);
    const prepared = await Promise.all(
      references.map((reference) => images.prepare({ kind: "image", reference }, usualSize, { signal })),
    );
    expect(prepared.every(({ built }) => built)).toBe(true);
    expect(mostUnder).toBe(buildsAtOnce);
  });
});
