// What comes from elsewhere is loaded when a reader asks for it, and not before. Without this, the link leads there.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('[data-embed] a');
  const embed = link?.closest<HTMLElement>('[data-embed]');
  if (!link || !embed || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const frame = document.createElement('iframe');
  frame.src = embed.dataset['embed'] ?? '';
  frame.title = link.textContent ?? '';
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  frame.allowFullscreen = true;
  embed.replaceChildren(frame);
  frame.focus();
});
