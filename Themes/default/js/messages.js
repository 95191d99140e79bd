// Letters and messages: copied, or opened in the reader's mail program, as they stand with their blanks filled.
(function () {
  'use strict';
  const { text, copyAndTell } = window.deskbook;

  // Paragraphs apart; blanks that nobody filled in brackets.
  function plain(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.parentElement.closest('pre') ? node.data : node.data.replace(/\s+/g, ' ');
    if (!(node instanceof Element)) return '';
    if (node.matches('br')) return '\n';
    const inside = Array.from(node.childNodes, plain).join('');
    if (node.matches('.field:not(.filled)')) return '[' + inside + ']';
    if (node.matches('li')) return '- ' + inside.trim() + '\n';
    return node.matches('blockquote, pre, p, ul, ol, h2, h3, h4, table, tr') ? '\n\n' + inside.trim() + '\n\n' : inside;
  }

  function textOf(message) {
    return plain(message.querySelector('blockquote, pre')).replace(/ *\n */g, '\n').replace(/\n{3,}/g, '\n\n').trim();
  }

  function mail(content) {
    const [first, ...rest] = content.split('\n\n');
    const name = text('message-subject') + ':';
    const hasSubject = first.startsWith(name);
    const body = (hasSubject ? rest : [first, ...rest]).join('\n\n').replace(/\n/g, '\r\n');
    const subject = hasSubject ? first.slice(name.length).trim() : '';
    return 'mailto:?' + (subject ? 'subject=' + encodeURIComponent(subject) + '&' : '') + 'body=' + encodeURIComponent(body);
  }

  // Each is called by its heading, or a list of buttons says nothing.
  let heading = document.querySelector('h1');
  document.querySelectorAll('.body :is(h2, h3, h4), .message').forEach((part) => {
    if (!part.matches('.message')) { heading = part; return; }
    part.querySelectorAll('.message-tools > *').forEach((tool) => {
      tool.setAttribute('aria-label', tool.textContent + ': ' + heading.textContent.trim());
    });
  });

  document.addEventListener('click', (event) => {
    const tool = event.target.closest('.message-tools > *');
    if (!tool) return;
    const message = tool.closest('.message');
    // Before the browser follows it, so that it has what was filled in last.
    if (tool.matches('.mail')) tool.href = mail(textOf(message));
    else copyAndTell(textOf(message), message.querySelector('blockquote, pre'), tool);
  });
})();
