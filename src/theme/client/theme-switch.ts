// The switch between light, dark and what the system says. It is hidden where this does not run.
const order = ['system', 'light', 'dark'] as const;
const root = document.documentElement;

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-switch]')) {
  const current = () => order.find((theme) => theme === root.dataset['theme']) ?? 'system';
  const show = () => {
    button.textContent = button.dataset[current()] ?? '';
  };
  button.addEventListener('click', () => {
    const next = order[(order.indexOf(current()) + 1) % order.length] ?? 'system';
    if (next === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = next;
    show();
    try {
      localStorage.setItem('theme', next === 'system' ? '' : next);
    } catch {}
  });
  show();
  button.hidden = false;
}
