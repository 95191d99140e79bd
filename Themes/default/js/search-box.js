// What pages need not carry, as no search answers without scripts.
(function () {
  'use strict';
  const { text, element } = window.deskbook;
  const input = document.getElementById('search-input');
  // A theme may have written it all out.
  if (!input || document.getElementById('search-results')) return;

  function dress(part, attributes) {
    Object.entries(attributes).forEach(([name, value]) => part.setAttribute(name, value));
    return part;
  }

  const list = dress(element('ul'), { id: 'search-results', role: 'listbox', tabindex: '-1', 'aria-label': text('search-results') });
  const panel = dress(element('div', 'search-panel'), { hidden: '' });
  panel.append(list, dress(element('div', 'search-empty'), { hidden: '' }));
  const status = dress(element('p', 'visually-hidden'), { id: 'search-status', role: 'status', 'aria-live': 'polite' });
  dress(input, {
    role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false'
  });
  input.after(panel, status);
})();
