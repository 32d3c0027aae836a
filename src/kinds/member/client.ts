// Filters the list of members while one types, and keeps what was asked for in the address, so that it can be passed on.
const form = document.querySelector<HTMLElement>('[data-members-filter]');
if (form) {
  const items = [...document.querySelectorAll<HTMLElement>('[data-name]')].map((element) => ({
    element,
    name: plain(element.dataset['name'] ?? ''),
    level: element.dataset['level'],
    country: element.dataset['country'],
  }));
  const groups = [...document.querySelectorAll<HTMLElement>('[data-members-group]')];
  const none = document.querySelector<HTMLElement>('[data-members-none]');
  const status = form.querySelector('[data-members-status]');
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
  const asked = new URLSearchParams(location.search);
  for (const field of fields) field.value = asked.get(field.name) ?? '';

  const filter = () => {
    const values = new Map(fields.map((field) => [field.name, field.value.trim()]));
    const name = plain(values.get('name') ?? '');
    const level = values.get('level');
    const country = values.get('country');
    let count = 0;
    for (const item of items) {
      const isShown =
        item.name.includes(name) && (!level || item.level === level) && (!country || item.country === country);
      item.element.hidden = !isShown;
      if (isShown) count++;
    }
    for (const group of groups) {
      const shown = group.querySelectorAll('[data-name]:not([hidden])').length;
      group.hidden = shown === 0;
      const number = group.querySelector('[data-members-count]');
      if (number) number.textContent = String(shown);
    }
    if (none) none.hidden = count > 0;
    if (status) status.textContent = status.textContent?.replace(/\d+/, String(count)) ?? '';
    const query = new URLSearchParams([...values].filter(([, value]) => value)).toString();
    history.replaceState(null, '', `${query ? `?${query}` : location.pathname}${location.hash}`);
  };
  form.addEventListener('input', filter);
  none?.querySelector('[data-members-clear]')?.addEventListener('click', () => {
    for (const field of fields) field.value = '';
    filter();
    fields[0]?.focus();
  });
  delete form.dataset['waiting'];
  if (asked.size > 0) filter();
}

/** Without accents and case, so that “telecom” finds “Télécom”. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
