import { buildpackDeps } from "./buildpack-deps.ts";
import { debian } from "./debian.ts";
import type { BaseImageMaker } from "./maker.ts";
import { node } from "./node.ts";
import { postgres } from "./postgres.ts";
import { python } from "./python.ts";

export const baseImageMakers: readonly BaseImageMaker[] = [debian, buildpackDeps, node, python, postgres];
