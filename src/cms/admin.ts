// The script of /admin/, beside the CMS's own: it derives the configuration, and puts in the preview, the file format
// and the controls.
import { collectionsOf } from '../collections/collections';
import { site as siteSettings } from '../collections/settings/site';
import { checkEntry } from '../content/entry';
import { sentenceOf } from '../content/problem';
import * as all from '../kinds/kinds';
import type { Collection, DataOf } from '../model/collection';
import { addressOf } from '../site/addresses/address';
import { among } from '../site/wanted';
import type { ImmutableMap } from './decap';
import { addHistoryButton } from './dialogs/history-button';
import { addStateButton } from './dialogs/state-button';
import { type Draft, draftReader, type Outlook } from './file/draft';
import { asItEnds, type Format, faultKey, formatOf, namesIn, settingsFormat, slugKey, sourceKey } from './file/format';
import { originsOfTexts, restoreAfterLoading } from './file/restore';
import { fileOf, slugOf } from './file/slug';
import { answerControl } from './form/answer-control';
import { cmsConfig } from './form/config';
import { pictureOf, withNotes } from './form/controls';
import { dayControl } from './form/day-control';
import { newAddressProblems } from './form/new-address';
import { tellProblems } from './form/problems';
import { referenceControl } from './form/reference-control';
import { steadyText } from './form/steady-text';
import { reachable } from './hands';
import { cleanPastes } from './paste/paste';
import { lightenUploads } from './pictures/upload';
import { livePreview } from './preview/live-preview';
import { renderPreview } from './preview/preview';
import { type Known, standingOf } from './preview/standing';
import { guardBackend } from './repository/start';
import { assetsOf, type SiteData } from './serve/site-data';
import { withOurWords } from './words';

start().catch((error: unknown) => {
  document.body.textContent = `The editor could not start: ${error instanceof Error ? error.message : error}. Load the page again, or tell the engineers.`;
});

async function start(): Promise<void> {
  const { CMS } = window;
  const answer = await fetch('site.json');
  if (!answer.ok) throw new Error(`site.json is not there (${answer.status})`);
  const data = (await answer.json()) as SiteData & { siteUrl: string; logo?: string };
  const settings = data.entries.find((item) => item.collection === siteSettings.name)?.data as DataOf<
    typeof siteSettings
  >;
  const kinds = among(all, settings.kinds);
  const collections = collectionsOf(Object.values(kinds));
  const byName = new Map(collections.map((collection) => [collection.name, collection]));
  const read = draftReader(kinds, data);
  const formats = new Map<string, Format>(
    collections.filter(({ single }) => !single).map((item) => [item.name, formatOf(collections, item)]),
  );
  formats.set('settings', settingsFormat(collections));

  /** The draft that the CMS holds, as the text it would save. */
  const draftOf = (entry: ImmutableMap): Draft => {
    const name = String(entry.get('collection'));
    const fields = (entry.get('data') as ImmutableMap).toJS();
    const collection = byName.get(name === 'settings' ? String(entry.get('slug')) : name) as Collection;
    const file = String(entry.get('path') || '') || fileOf(collection, fields);
    const keys = Object.keys(collection.schema.shape);
    const added = ((entry.get('mediaFiles') as ImmutableMap | undefined)?.toJS() ?? []) as unknown as {
      path: string;
    }[];
    return {
      collection,
      file,
      text: (formats.get(name) as Format).toFile(fields, keys),
      pictures: added.map(({ path }) => path.replace(/^static/, '')),
    };
  };
  /** A draft as the check sees it, and, where it is new, its address as the CMS will make it. */
  const lookAt = (draft: Draft, entry: ImmutableMap): Outlook => {
    const outlook = read(draft, minuteOf(new Date()));
    if (!entry.get('newRecord')) return outlook;
    const added = newAddressProblems(draft, outlook, (entry.get('data') as ImmutableMap).toJS(), data);
    return { ...outlook, problems: [...outlook.problems, ...added] };
  };
  /** What the check says of a draft's file as it was opened. */
  const formerProblems = ({ file, collection }: Draft, fields: ImmutableMap) => {
    const text = fields.get(sourceKey);
    return typeof text === 'string'
      ? read({ collection, file, text, pictures: [] }, minuteOf(new Date())).problems
      : [];
  };
  /** What an entry was when it was opened; undefined for a new one. */
  const formerOf = ({ collection, file }: Draft, entry: ImmutableMap): Known['former'] => {
    const source = (entry.get('data') as ImmutableMap).get(sourceKey);
    if (typeof source !== 'string' || entry.get('newRecord')) return undefined;
    const slug = file.slice(`content/${collection.folder}/`.length, -collection.format.length - 1);
    const former = checkEntry(file, slug, [collection], source).entry;
    return former && { address: addressOf(former, settings).address, data: former.data };
  };

  const [made, restored] = [originsOfTexts(), originsOfTexts()];
  for (const [name, { fromFile, toFile }] of formats) {
    const ending = byName.get(name)?.format ?? 'yml';
    CMS.registerCustomFormat(name, ending, {
      fromFile(given: unknown) {
        // What is restored is no file: what it was typed into is.
        const text = String(given);
        return { ...fromFile(text), [sourceKey]: restored.of(text) };
      },
      toFile(...args: Parameters<typeof toFile>) {
        const text = toFile(...args);
        made.keep(text, String(args[0][sourceKey] ?? ''));
        return asItEnds(text);
      },
    });
  }
  for (const name of ['string', 'text', 'number', 'datetime', 'select', 'image', 'markdown', 'list']) {
    const widget = CMS.getWidget(name);
    if (!widget) throw new Error(`The CMS has no control “${name}”`);
    const control = name === 'markdown' ? steadyText(widget.control) : widget.control;
    CMS.registerWidget(name, withNotes(collections, control), widget.preview);
  }
  CMS.registerWidget('answer', withNotes(collections, answerControl()));
  CMS.registerWidget('day', withNotes(collections, dayControl()));
  CMS.registerWidget('reference', withNotes(collections, referenceControl(collections, data)));
  const preview = livePreview(({ entry, getAsset }) => {
    const draft = draftOf(entry);
    const outlook = lookAt(draft, entry);
    tellProblems(outlook.problems);
    const known: Known = {
      former: formerOf(draft, entry),
      isBuilt: data.entries.some(({ file }) => file === draft.file),
      review: entry.get('status') as string | undefined,
      now: new Date().toISOString(),
    };
    const standing = standingOf(outlook, known);
    // Decap 3.16.3 has “View Live” for whatever was saved (to try: without this, open a draft). See admin.css.
    document.body.dataset['live'] = String(standing?.isLive === true || known.review !== undefined);
    return renderPreview(outlook, data, { ...known, standing }, (path) => pictureOf(getAsset, path));
  });
  for (const { name } of collections) CMS.registerPreviewTemplate(name, preview);
  CMS.registerPreviewStyle('preview.css');
  const problemsOf = (draft: Draft) => read(draft, minuteOf(new Date())).problems;
  const repository = guardBackend(CMS, {
    collections,
    backend: data.backend,
    problemsOf,
    saved: restored.clear,
    surroundings: () => ({ kinds, now: minuteOf(new Date()), assets: assetsOf(data) }),
  });
  CMS.registerEventListener({
    name: 'preSave',
    handler({ entry }) {
      const fields = entry.get('data') as ImmutableMap;
      const fault = fields.get(faultKey);
      if (fault)
        throw new Error(
          `The form can’t save the file before it is corrected in the repository. Tell the engineers: ${fault}`,
        );
      const draft = draftOf(entry);
      const { problems } = lookAt(draft, entry);
      tellProblems(problems);
      // What was wrong before, and perhaps in no field of the form, keeps nobody from fixing the rest.
      const before = new Set(formerProblems(draft, fields).map(({ message }) => message));
      const [first] = problems.filter(({ severity, message }) => severity === 'error' && !before.has(message));
      if (first) throw new Error(sentenceOf(first, 'form'));
      const source = fields.get(sourceKey);
      repository.saving(draft.file, entry.get('newRecord') || typeof source !== 'string' ? undefined : source);
      return fields.set(slugKey, slugOf(draft.collection, fields.toJS()));
    },
  });
  const names = (collection: Collection) => {
    const entries = data.entries.filter((entry) => entry.collection === collection.name);
    const all = new Set(entries.flatMap((entry) => namesIn(collection, entry.data)));
    return [...all].sort((one, other) => one.localeCompare(other));
  };
  const english = CMS.getLocale('en');
  if (english) CMS.registerLocale('en', withOurWords(english));
  addStateButton(repository.state);
  if (repository.history) addHistoryButton({ collections, ...repository, history: repository.history });
  restoreAfterLoading({
    sourceOf: (text, collection, slug) => repository.baseOf(collection, slug, made.of(text)),
    restored,
  });
  reachable();
  cleanPastes();
  lightenUploads();
  CMS.init({
    config: cmsConfig(collections, repository.backend, {
      url: data.siteUrl,
      blog: settings.blog.address,
      logo: data.logo,
      names,
    }),
  });
}

/** The site of a draft is kept for as long as the moment stays the same. */
const minuteOf = (date: Date) => `${date.toISOString().slice(0, 16)}:00.000Z`;
