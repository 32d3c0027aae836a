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

export interface Cms {
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
