// Counts a visit only where it may: never for a browser that asks not to be tracked, and where readers are to be asked,
// not before they have said yes.
const banner = document.querySelector<HTMLElement>('[data-analytics]');
const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };

if (banner && doNotTrack !== '1' && !globalPrivacyControl) {
  const load = () => {
    const script = document.createElement('script');
    script.src = banner.dataset['analytics'] ?? '';
    script.defer = true;
    if (banner.dataset['siteId']) script.dataset['siteId'] = banner.dataset['siteId'];
    document.head.append(script);
  };
  const answer = localStorage.getItem('analytics');
  if (!('consent' in banner.dataset) || answer === 'yes') load();
  else if (answer !== 'no') {
    banner.hidden = false;
    banner.addEventListener('click', (event) => {
      const given = (event.target as HTMLElement).dataset['answer'];
      if (!given) return;
      localStorage.setItem('analytics', given);
      banner.hidden = true;
      if (given === 'yes') load();
    });
  }
}
