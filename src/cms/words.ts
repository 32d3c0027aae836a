/** Words of the CMS's own that are ours, where its form would speak of something else: a path into its phrases, and what it says. */
const words: Record<string, string> = {
  // A field that is missing is told in the words of the check.
  'editor.editorControlPane.widget.required': '“%{fieldLabel}” is missing',
  // A draft that was saved is not published. Who can read an entry stands above its preview.
  'editor.editorToolbar.published': 'Saved',
  'editor.editorToolbar.backCollection': '%{collectionLabel}',
  'editor.editor.confirmLoadBackup': 'You typed something here that was not saved. Shall it be put back?',
  'app.header.content': 'Content',
  'collection.sidebar.collections': 'Content',
  'mediaLibrary.mediaLibraryModal.mediaAssets': 'Pictures and files',
  'mediaLibrary.mediaLibraryModal.noAssetsFound': 'There is nothing here yet.',
  'mediaLibrary.mediaLibraryModal.search': 'Search by name',
  'ui.toast.missingRequiredField': 'Something is missing. It is marked in the form.',
  'ui.toast.entrySaved': 'Saved',
  'ui.toast.entryPublished': 'Saved and sent to the site',
};

interface Phrases {
  [name: string]: string | Phrases | undefined;
}

/** The phrases of the CMS with our words in their places. A phrase it does not have any more is left out. */
export function withOurWords(phrases: object): object {
  const copy = structuredClone(phrases) as Phrases;
  for (const [path, word] of Object.entries(words)) {
    const steps = path.split('.');
    const holder = steps.slice(0, -1).reduce<string | Phrases | undefined>((inner, step) => {
      return typeof inner === 'object' ? inner[step] : undefined;
    }, copy);
    const last = steps.at(-1) as string;
    if (typeof holder === 'object' && typeof holder[last] === 'string') holder[last] = word;
  }
  return copy;
}
