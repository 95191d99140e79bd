// The searches that led nowhere, as the reader sees them: what is kept of the last one, and the list, to strike out or to send.
(function () {
  'use strict';

  const { text: words, element: make, copyText, today, kept, helped, searchMemory, searchLog, searchPanel } = window.deskbook;
  if (!searchPanel) return;
  const { input, button } = searchPanel;
  // Programs cut longer addresses of mails, some without a word.
  const LONGEST_MAIL = 1800;
  // In the panel, below a message that nothing was found; and in the footer, wherever the reader is.
  const row = make('div', 'search-missed');
  const entry = make('button', 'missed-button');
  let dialog = null;

  // The file's lines: searches, then whether pages helped.
  function allLines() { return searchMemory.lines().concat(helped.rows().map((row) => row.join('\t'))); }

  function table(lines) { return [searchMemory.header].concat(lines).join('\n') + '\n'; }

  function countText() {
    const n = searchMemory.missed().length;
    return words('search-missed-' + (n === 1 ? 'one' : 'many'), { n });
  }

  function keptPart(search) {
    const part = make('p', '', words('search-kept', { query: '\u2068' + search.row + '\u2069' }));
    if (search.row === searchLog.whole(search)) return part;
    part.append(' ', button('search-put-back', () => {
      searchLog.putBack(search);
      input.focus();
      show();
    }));
    return part;
  }

  // Brings both places up to date.
  function show() {
    const search = searchLog.kept();
    const hasRows = searchMemory.missed().length > 0;
    const list = make('p', '', countText());
    list.append(' ', button('search-missed-show', open));
    row.replaceChildren(...[search && keptPart(search), hasRows && list].filter(Boolean));
    row.hidden = !row.hasChildNodes();
    entry.hidden = allLines().length === 0;
    entry.textContent = words('search-missed-title');
  }

  function line(missed) {
    const item = make('li');
    const outcome = words('search-missed-' + missed.outcome);
    const about = make('span', 'missed-about', [missed.count + ' ×', missed.date, outcome].join(' · '));
    if (missed.opened) {
      const link = make('a', '', missed.opened);
      link.href = kept.root + missed.opened;
      about.append(' · ', words('search-missed-opened'), ' ', link);
    }
    const strike = button('search-missed-strike', () => {
      const place = Array.from(item.parentElement.children).indexOf(item);
      searchMemory.strike(missed);
      fill();
      const buttons = dialog.querySelectorAll('.search-missed-strike');
      (buttons[Math.min(place, buttons.length - 1)] || dialog.querySelector('.close')).focus();
    });
    strike.setAttribute('aria-label', strike.textContent + ': ' + missed.text);
    item.append(make('bdi', '', missed.text), about, strike);
    return item;
  }

  // As many whole lines as a mail takes.
  function mail() {
    const lines = allLines();
    let count = lines.length;
    const body = () => {
      const rest = lines.length - count;
      return encodeURIComponent((table(lines.slice(0, count)) + (rest ? '\n' + words('search-missed-rest', { n: rest }) + '\n' : ''))
        .replace(/\n/g, '\r\n'));
    };
    while (count > 0 && body().length > LONGEST_MAIL) count -= 1;
    const subject = words('search-missed-title') + ': ' + document.querySelector('.site-title').textContent.trim();
    // To whom better words for this page go.
    const [owner] = (document.querySelector('.page-foot .suggest') || { href: 'mailto:' }).href.split('?');
    return { address: owner + '?subject=' + encodeURIComponent(subject) + '&body=' + body(), rest: lines.length - count };
  }

  function say(text) { dialog.querySelector('[role=status]').textContent = text; }

  function copy() {
    copyText(table(allLines()), dialog, (isDone) => say(words(isDone ? 'search-missed-copied' : 'search-copy-failed')));
  }

  function save() {
    const link = make('a');
    link.href = URL.createObjectURL(new Blob([table(allLines())], { type: 'text/tab-separated-values' }));
    link.download = 'deskbook-searches-' + today() + '.tsv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function sendingPart() {
    const part = make('p', 'missed-send');
    const { address, rest } = mail();
    const link = make('a', 'way missed-mail', words('search-missed-mail'));
    link.href = address;
    part.append(button('search-missed-copy', copy), button('search-missed-save', save), link, button('search-missed-forget', () => {
      searchMemory.forgetMissed();
      helped.forget();
      fill();
      dialog.querySelector('.close').focus();
    }));
    if (rest) part.append(make('span', 'missed-rest', words('search-missed-rest', { n: rest })));
    return part;
  }

  function fill() {
    const list = make('ul');
    const all = searchMemory.missed();
    const answers = helped.rows().reduce((sum, row) => sum + row[1], 0);
    const note = make('p', '', words('search-missed-answers-' + (answers === 1 ? 'one' : 'many'), { n: answers }));
    list.append(...all.map(line));
    dialog.querySelector('.missed-list').replaceChildren(...(all.length || answers
      ? [all.length && list, answers && note, sendingPart()].filter(Boolean) : [make('p', '', words('search-missed-none'))]));
    say('');
    show();
  }

  function makeDialog() {
    const made = make('dialog', 'missed');
    const title = make('h2', '', words('search-missed-title'));
    const close = make('button', 'close', words('close'));
    const status = make('p');
    title.id = 'missed-title';
    made.setAttribute('aria-labelledby', title.id);
    status.setAttribute('role', 'status');
    made.append(title, make('p', '', words('search-missed-about')), make('div', 'missed-list'), status, close);
    close.addEventListener('click', () => made.close());
    // From the panel, which has closed meanwhile.
    made.addEventListener('close', () => { if (document.activeElement === document.body) input.focus(); });
    document.body.append(made);
    return made;
  }

  function open() {
    if (!dialog) dialog = makeDialog();
    dialog.showModal();
    fill();
    dialog.querySelector('.close').focus();
  }

  entry.addEventListener('click', open);
  const help = document.querySelector('.keys-button');
  if (help) help.after(' ', entry);
  searchLog.listen(show);
  show();

  window.deskbook.searchMissed = { row, show };
})();
