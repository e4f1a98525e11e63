document.getElementById('start').addEventListener('click', () => {
  location.hash = '#/workshop/fresh-start';
});
