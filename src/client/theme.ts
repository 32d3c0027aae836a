// Runs in the head, before anything is shown, so that a page never flashes in the other scheme.
const theme = localStorage.getItem('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
