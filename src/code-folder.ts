/** The folder of the generator: where its sources, its packages and its documents are. `src/commands/run.mjs` fills it in. */
export const codeFolder: string = process.env['CODE_FOLDER'] ?? process.cwd();
