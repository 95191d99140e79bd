// The menu on narrow screens, the sidebar's scroll position, and the mark in the table of contents that follows the reader.
(function () {
  'use strict';
  const nav = document.getElementById('site-nav');
  const button = document.querySelector('.menu-button');
  const toc = document.querySelector('.toc');

  function open(isOpen) {
    nav.classList.toggle('open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  }

  if (nav && button) {
    button.addEventListener('click', () => open(!nav.classList.contains('open')));
    nav.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !nav.classList.contains('open')) return;
      event.preventDefault();
      open(false);
      button.focus();
    });
    const current = nav.querySelector('[aria-current="page"]');
    if (current && current.offsetTop > nav.clientHeight * 0.7) nav.scrollTop = current.offsetTop - nav.clientHeight / 2;
  }

  if (!toc) return;
  const wide = window.matchMedia('(min-width: 78rem)');
  const follow = () => { toc.open = wide.matches; };
  follow();
  if (wide.addEventListener) wide.addEventListener('change', follow);

  // Beside the text the list is always open, so its title is no switch there.
  toc.querySelector('summary').addEventListener('click', (event) => { if (wide.matches) event.preventDefault(); });

  const links = new Map();
  toc.querySelectorAll('a[href^="#"]').forEach((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  });
  if (!links.size || !('IntersectionObserver' in window)) return;
  const headings = Array.from(links.keys());

  function mark() {
    let current = null;
    headings.forEach((heading) => {
      if (heading.offsetParent && heading.getBoundingClientRect().top < window.innerHeight * 0.3) current = heading;
    });
    links.forEach((link, heading) => {
      if (heading === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }
  // The observer only says when to look, at a heading's passing: cheaper than every scroll event.
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px', threshold: [0, 1] });
  headings.forEach((heading) => observer.observe(heading));
})();
