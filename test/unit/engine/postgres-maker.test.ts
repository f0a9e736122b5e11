import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { planBaseImage } from "../../../src/engine/make-base-image.ts";
import { postgresEntrypoint } from "../../../src/engine/makers/postgres-entrypoint.ts";

/** The entrypoint's functions without its start, then `script`. */
async function withEntrypoint(script: string, env: Record<string, string> = {}) {
  const input = `${postgresEntrypoint}\n${script}`;
  return await execa("bash", ["-c", input, "/not/this/file"], { env, reject: false });
}

describe("the Postgres maker", () => {
  test.each(["postgres:15", "postgres:15-bookworm", "postgres:17", "postgres:17-trixie"])("can make %s", (name) => {
    expect(planBaseImage(name)).toBeDefined();
  });

  test.each([
    "postgres",
    "postgres:latest",
    "postgres:14",
    "postgres:15-trixie",
    "postgres:15.4",
    "postgres:15-alpine",
  ])("can't make %s", (name) => {
    expect(planBaseImage(name)).toBeUndefined();
  });
});

describe("its entrypoint", () => {
  test("is a script that bash can read", async () => {
    expect(await execa("bash", ["-n"], { input: postgresEntrypoint, reject: false })).toMatchObject({ exitCode: 0 });
  });

  test("takes a value, its default, or the content of the file that _FILE names", async () => {
    const script =
      'export C_FILE=$(mktemp); echo kept >"$C_FILE"; file_env A one; file_env B two; copy=$C_FILE; file_env C; rm "$copy"; echo $A $B $C $(printenv C_FILE || echo gone)';
    const { stdout } = await withEntrypoint(script, { A: "given" });
    expect(stdout).toBe("given two kept gone");
  });

  test("refuses both at once", async () => {
    const { exitCode, stderr } = await withEntrypoint("file_env A", { A: "given", A_FILE: "/any" });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "error: both A and A_FILE are set" });
  });

  test("refuses to make a cluster without a password", async () => {
    const { exitCode, stderr } = await withEntrypoint("make_cluster");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("POSTGRES_PASSWORD must be set");
  });

  test("becomes any command that is not the server", async () => {
    const { stdout } = await withEntrypoint("main echo hello");
    expect(stdout).toBe("hello");
  });
});
