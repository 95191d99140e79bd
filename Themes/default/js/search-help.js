// What is offered where a search found nothing: words that look like it, the A–Z, somebody to ask, and the list for the editor.
(function () {
  'use strict';

  const { text: words, element: make, searchMemory, searchPanel } = window.deskbook;
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

  function missedRow(count, acts) {
    const row = make('p', 'search-missed', words('search-missed-' + (count === 1 ? 'one' : 'many'), { n: count }));
    row.append(' ', button('search-missed-copy', acts.copyMissed), ' ', button('search-missed-forget', () => {
      acts.forgetMissed();
      row.remove();
    }));
    return row;
  }

  // The elements for a search in a kind (empty for all) that found nothing; `missed` is its text where it counts as one
  // for the editor, and `acts` is what the buttons do: run(word), everything(), copyMissed(), forgetMissed().
  function parts({ kind, closest, missed }, acts) {
    const count = searchMemory.countMissed(missed);
    return [
      kind && button('search-everything', acts.everything),
      closest.length > 0 && closestRow(closest, acts.run),
      waysRow(),
      count > 0 && missedRow(count, acts),
    ].filter(Boolean);
  }

  window.deskbook.searchHelp = { parts, azLink };
})();
