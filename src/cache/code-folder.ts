/**
 * The folder of the generator: where its sources, its packages and its documents are. `src/commands/run.mjs` fills it in. A
 * browser has none, and no `process` that could say.
 */
export const codeFolder: string = process.env['CODE_FOLDER'] ?? globalThis.process?.cwd() ?? '';
