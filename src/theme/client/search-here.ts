// Looks for the words of an address at which there is nothing: what has moved is mostly found by its former name.
const place = document.querySelector<HTMLElement>('[data-search-here]');
let path = location.pathname;
try {
  path = decodeURIComponent(path);
} catch {}
const words = path
  .replace(/\.\w{1,5}$/, '')
  .split(/[^\p{L}\p{N}\p{M}]+/u)
  .filter(Boolean)
  .slice(-8)
  .join(' ');
if (place && words && words !== '404') {
  const frame = document.createElement('iframe');
  frame.src = `${place.dataset['searchHere']}?q=${encodeURIComponent(words)}#within`;
  frame.title = place.dataset['title'] ?? '';
  place.append(frame);
}
