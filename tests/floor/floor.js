// The least that the first view could do by hand: begin a plan, keep it, and show its first page.
document.getElementById('start').addEventListener('click', () => {
  const plan = { name: '', goals: [], sequences: { prospect: [], customer: [] } };
  localStorage.setItem(`floor/${crypto.randomUUID()}`, JSON.stringify(plan));
  location.hash = '#/workshop/fresh-start';
  const heading = document.createElement('h1');
  heading.tabIndex = -1;
  heading.textContent = 'Fresh start';
  document.getElementById('main').replaceChildren(heading);
  heading.focus();
});
