// An open part of the navigation closes by Escape, and by a click or focus elsewhere.
const opened = () => document.querySelectorAll<HTMLDetailsElement>('.site-header details[open]');

addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  const last = [...opened()].at(-1);
  if (!last) return;
  last.open = false;
  last.querySelector('summary')?.focus();
});
for (const happening of ['click', 'focusin'])
  addEventListener(happening, ({ target }) => {
    for (const details of opened()) if (!details.contains(target as Node)) details.open = false;
  });
