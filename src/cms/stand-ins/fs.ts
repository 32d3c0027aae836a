// The browser has no files: what gray-matter and the ledger of addresses would read is never asked for.
export const existsSync = () => false;
export const readFileSync = () => '';
