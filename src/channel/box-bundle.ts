// How what runs in a box is bundled: readable names in stacks, no path of this machine, which stands in comments.

export const boxBundle = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  legalComments: "none",
  minifyWhitespace: true,
  logLevel: "silent",
} as const;

/** Packages that are CommonJS inside ask for Node's modules with require. */
export const requireBanner = {
  js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
};
