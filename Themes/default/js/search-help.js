// What is offered where a search found nothing: words that look like it, the A–Z, somebody to ask, and the list for the editor.
(function () {
  'use strict';

  const { text: words, element: make, searchMissed, searchPanel } = window.deskbook;
  if (!searchPanel) return;
  const { input, button } = searchPanel;

  function link(key, address) {
    const made = make('a', key, words(key));
    made.href = address;
    return made;
  }

  function azLink() { return link('search-az', (document.documentElement.dataset.root || '') + 'az.html'); }

  function closestRow(closest, run) {
    const row = make('p', 'search-closest', words('search-closest'));
    closest.forEach((word) => {
      const again = make('button', '', word);
      again.addEventListener('click', () => run(word));
      row.append(' ', again);
    });
    return row;
  }

  function waysRow() {
    const row = make('p', 'search-ways');
    row.append(azLink());
    if (input.dataset.escalation) row.append(' ', link('search-escalation', input.dataset.escalation));
    return row;
  }

  // The elements for a search in a kind (empty for all) that found nothing; `acts` is what the buttons do: run(word) and
  // everything().
  function parts({ kind, closest }, acts) {
    searchMissed.show();
    return [
      kind && button('search-everything', acts.everything),
      closest.length > 0 && closestRow(closest, acts.run),
      waysRow(),
      searchMissed.row,
    ].filter(Boolean);
  }

  window.deskbook.searchHelp = { parts, azLink };
})();
