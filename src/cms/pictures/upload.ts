import { tellBeside } from '../dialogs/dialog';
import { lightened } from './lighten';

/**
 * Lets every file that is chosen come to the CMS as it is to be uploaded, and says why one does not.
 *
 * Decap 3.16.3 uploads what it is given. To try: without this, choose a photograph of a phone, and look at the file.
 */
export function lightenUploads(): void {
  const passed = new WeakSet<Event>();
  window.addEventListener(
    'change',
    (event) => {
      const input = event.target;
      if (passed.has(event) || !(input instanceof HTMLInputElement) || input.type !== 'file' || !input.files?.length)
        return;
      event.stopImmediatePropagation();
      void taken([...input.files]).then((files) => {
        const given = new DataTransfer();
        for (const file of files) given.items.add(file);
        input.files = given.files;
        if (files.length === 0) return;
        const again = new Event('change', { bubbles: true });
        passed.add(again);
        input.dispatchEvent(again);
      });
    },
    { capture: true },
  );
}

async function taken(files: readonly File[]): Promise<File[]> {
  const results = await Promise.allSettled(files.map(lightened));
  return results.flatMap((result, index) => {
    const file = files[index] as File;
    if (result.status === 'fulfilled') {
      const [before, after] = [file.size, result.value.size];
      if (after < before / 2)
        tellBeside(
          `upload ${file.name}`,
          `“${file.name}” had ${sizeOf(before)}, and has ${sizeOf(after)} now: as wide as pages show it.`,
        );
      return [result.value];
    }
    const reason = result.reason instanceof Error ? result.reason.message : String(result.reason);
    tellBeside(`upload ${file.name}`, reason);
    return [];
  });
}

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
