// The page that searches loads what it searches with; all other pages load nothing of it.
const searching = document.querySelector<HTMLElement>('main[data-search]');
if (searching) {
  if (window.parent !== window) document.documentElement.dataset['framed'] = '';
  void import(searching.dataset['search'] ?? '');
}
