/**
 * What of the CMS's own page can't be reached by a screen reader, a keyboard or a thumb gets a name and a place, whenever it
 * shows something else.
 *
 * Decap 3.16.3. To try: without this, let axe look at a list, a post and a page with sections.
 */
export function reachable(): void {
  const skip = element('button', 'editor-skip', 'Skip to the content');
  skip.addEventListener('click', () => {
    const main = document.querySelector<HTMLElement>('main, [role="main"]');
    main?.setAttribute('tabindex', '-1');
    main?.focus();
  });
  document.querySelector('.editor-help')?.prepend(skip);
  document.body.append(tabs());
  document.body.dataset['pane'] = 'write';
  let isAsked = false;
  new MutationObserver(() => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      nameAll();
    });
  }).observe(document.body, { childList: true, subtree: true });
  nameAll();
}

/** The two sides of an entry, where there is room for one. */
function tabs(): HTMLElement {
  const list = element('div', 'editor-tabs');
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', 'Form and preview');
  const buttons = ['write', 'preview'].map((pane) => {
    const button = element('button', '', pane === 'write' ? 'Write' : 'Preview');
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-selected', String(pane === 'write'));
    button.addEventListener('click', () => {
      // Who has switched the preview off on a wide screen wants it here.
      if (pane === 'preview' && !document.querySelector('#preview-pane'))
        document.querySelector<HTMLElement>('[class*="-EditorToggle"]')?.click();
      document.body.dataset['pane'] = pane;
      for (const other of buttons) other.setAttribute('aria-selected', String(other === button));
    });
    return button;
  });
  list.append(...buttons);
  return list;
}

function nameAll(): void {
  const editor = document.querySelector('[class*="-EditorContainer"]');
  if (editor) document.body.dataset['editor'] = '';
  else delete document.body.dataset['editor'];
  set('#preview-pane', () => ({ title: 'Preview of the page' }));
  set('[class*="-EditorContainer"] > [class*="-ToolbarContainer"]', () => ({ role: 'region', 'aria-label': 'Entry' }));
  set('[class*="-StyledAuthenticationPage"]', () => ({ role: 'main', 'aria-label': document.title }));
  welcome();
  set('.SplitPane > .Pane1, [class*="-NoPreviewContainer"]', () => ({ role: 'main' }));
  set('[class*="-EditorToggle"]', (button) => ({
    'aria-label': button.nextElementSibling ? 'Show or hide the preview' : 'Scroll form and preview together',
  }));
  set('[data-slate-editor="true"]', (text) => ({ 'aria-label': labelOf(text) }));
  set('button[class*="-ToolbarToggle"]', (toggle) => ({
    'aria-label': 'Markdown',
    'aria-checked': String(toggle.closest('[class*="-ControlContainer"]')?.querySelector('.cms-editor-raw') !== null),
  }));
  // A button within a button is one to nobody.
  for (const outer of document.querySelectorAll('span[role="button"]:has(button)')) {
    for (const name of ['role', 'aria-haspopup', 'aria-expanded']) outer.removeAttribute(name);
    outer.setAttribute('tabindex', '-1');
  }
  set('body > canvas', () => ({ 'aria-hidden': 'true' }));
  set('[class*="-AvatarDropdownButton"]', () => ({ 'aria-label': 'Account' }));
  set('[class*="-ViewControlsButton"]', (button) => ({
    'aria-label': button.nextElementSibling ? 'As a list' : 'As cards',
  }));
  // Of an item of a list: fold, move, remove, from the first to the last.
  set('[class*="-TopBarButton"]', (button) => ({
    'aria-label': button.parentElement?.firstElementChild === button ? 'Open or close' : 'Remove',
  }));
  set('[aria-roledescription="sortable"]', () => ({ 'aria-label': 'Move' }));
  // The mark of the site stands in for the CMS's, and says whose editor it is.
  set('[class*="-CustomIconWrapper"] img, [class*="-AppHeaderLogo"] img', () => ({ alt: document.title }));
}

/** Whose editor it is, above the button that logs in. */
function welcome(): void {
  const mark = document.querySelector('[class*="-StyledAuthenticationPage"] [class*="-CustomIconWrapper"]');
  if (mark && !mark.nextElementSibling?.matches('.editor-welcome'))
    mark.after(element('h1', 'editor-welcome', document.title.replace(/: editor$/, '')));
}

/** Sets what an element lacks. */
function set(selector: string, attributes: (element: Element) => Record<string, string>): void {
  for (const found of document.querySelectorAll(selector)) {
    for (const [name, value] of Object.entries(attributes(found))) {
      if (
        found.getAttribute(name) !== value &&
        (name !== 'aria-label' || !found.hasAttribute(name) || found.matches('[data-slate-editor]'))
      )
        found.setAttribute(name, value);
    }
  }
}

const labelOf = (control: Element) =>
  control.closest('[class*="-ControlContainer"]')?.querySelector('label')?.textContent ?? 'Text';

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
