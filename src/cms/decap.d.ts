// What is used of the CMS's prebuilt script, Decap 3.16.3, which brings its own React and has no types of its own. To look
// at when it is updated: each of these, in a browser, for it tells nobody when one is gone.

/** A collection of Immutable.js, as far as it is needed. */
export interface ImmutableMap {
  get(key: string, fallback?: unknown): unknown;
  set(key: string, value: unknown): ImmutableMap;
  clear(): ImmutableMap;
  toJS(): Record<string, unknown>;
}

/** What the CMS hands to a control. */
export interface ControlProps {
  forID: string;
  value: unknown;
  field: ImmutableMap;
  entry: ImmutableMap;
  onChange(value: unknown): void;
  query(
    id: string,
    collection: string,
    fields: readonly string[],
    term: string,
  ): Promise<{ payload?: { hits?: Hit[] } }>;
  /** The picture at a path; its text is an address. */
  getAsset(path: unknown, field?: unknown): { toString(): string };
  classNameWrapper: string;
  setActiveStyle(): void;
  setInactiveStyle(): void;
  parentIds?: readonly string[];
}

export interface Hit {
  data: Record<string, unknown>;
  path?: string;
}

/** What the CMS asks a control for. */
export interface Control {
  props: ControlProps;
  isValid?(): boolean | { error: unknown };
  validate?(): void;
  focus?(path?: string): void;
  getValidateValue?(): unknown;
  shouldComponentUpdate?(next: ControlProps): boolean;
}

/** An element of the CMS's React; nobody but that React looks into it. */
export type CmsElement = { readonly cms: unique symbol };

export interface PreviewProps {
  entry: ImmutableMap;
  getAsset: ControlProps['getAsset'];
}

/** A file as the CMS hands it to where it is kept. */
export interface DataFile {
  path: string;
  slug: string;
  /** The text; see `asItEnds`. */
  raw: unknown;
  newPath?: string;
  /** Ours: what the content server of this machine is to find there; null where nothing is. */
  expected?: string | null;
}

/** A draft that waits for review. */
export interface Unpublished {
  collection: string;
  slug: string;
  status: string;
  diffs: { id: string; path: string; newFile: boolean }[];
}

interface PersistOptions {
  newEntry?: boolean;
  commitMessage: string;
  collectionName?: string;
  useWorkflow?: boolean;
  unpublished?: boolean;
  status?: string;
}

/** Where the content is kept, as far as it is used: a back end of the CMS. */
export interface Implementation {
  getEntry(path: string): Promise<{ data: string | null }>;
  getToken(): Promise<string | null>;
  entriesByFolder(
    folder: string,
    extension: string,
    depth: number,
  ): Promise<{ data: string; file: { path: string } }[]>;
  persistEntry(entry: { dataFiles: DataFile[]; assets: unknown[] }, options: PersistOptions): Promise<unknown>;
  deleteFiles(paths: string[], message: string): Promise<unknown>;
  unpublishedEntries?(): Promise<string[]>;
  unpublishedEntry?(asked: { id?: string; collection?: string; slug?: string }): Promise<Unpublished>;
  unpublishedEntryDataFile?(collection: string, slug: string, path: string, id: string): Promise<string>;
  unpublishedEntryMediaFile?(collection: string, slug: string, path: string, id: string): Promise<{ file?: Blob }>;
  publishUnpublishedEntry?(collection: string, slug: string): Promise<unknown>;
}

export interface Cms {
  getBackend(name: string): { init(config: object, options: object): Implementation } | undefined;
  /** `backend` is called with `new`, a configuration and options, and gives an `Implementation`. */
  registerBackend(name: string, backend: unknown): void;
  init(options: { config: object }): void;
  getWidget(name: string): { control: unknown; preview: unknown } | undefined;
  registerWidget(name: string, control: unknown, preview?: unknown): void;
  registerPreviewTemplate(name: string, template: unknown): void;
  registerPreviewStyle(style: string, options?: { raw: boolean }): void;
  registerCustomFormat(name: string, extension: string, format: object): void;
  registerEventListener(listener: { name: string; handler(event: { entry: ImmutableMap }): unknown }): void;
  getLocale(name: string): object | undefined;
  registerLocale(name: string, phrases: object): void;
}

declare global {
  interface Window {
    CMS: Cms;
    h(type: unknown, props?: object | null, ...children: unknown[]): CmsElement;
    createClass(specification: object): unknown;
  }
}
