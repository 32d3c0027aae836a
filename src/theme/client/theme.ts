// Runs in the head, before anything is shown, so that a page never flashes in the other scheme. Browsers may deny storage.
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset['theme'] = theme;
} catch {}
