// Opens the page that searches in a dialog, whose frame is there only then: this page itself runs nothing of the search.
const link = document.querySelector<HTMLAnchorElement>('[data-search-opener]');
if (link && !document.querySelector('main[data-search]') && typeof HTMLDialogElement === 'function') {
  let dialog: HTMLDialogElement | undefined;
  const make = () => {
    const made = document.createElement('dialog');
    const close = document.createElement('button');
    const frame = document.createElement('iframe');
    made.className = 'search-dialog';
    made.setAttribute('aria-label', link.textContent ?? '');
    close.ariaLabel = link.dataset['close'] ?? '';
    close.textContent = '×';
    frame.src = link.href;
    frame.title = link.textContent ?? '';
    close.onclick = () => made.close();
    made.onclick = ({ target }) => target === made && made.close();
    made.onclose = () => link.focus();
    made.append(frame, close);
    document.body.append(made);
    return made;
  };
  const open = () => {
    dialog ??= make();
    dialog.showModal();
    const frame = dialog.querySelector('iframe');
    frame?.focus();
    frame?.contentWindow?.postMessage('focus-search', location.origin);
  };
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping || dialog?.open) return;
    event.preventDefault();
    open();
  });
  window.addEventListener('message', ({ data, origin }) => {
    if (origin === location.origin && data === 'close-search') dialog?.close();
  });
}
