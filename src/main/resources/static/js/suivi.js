/* The dashboard prints: the browser saves it as PDF. Without a script, its menu does. */
document.querySelectorAll('[data-imprimer]').forEach(bouton => {
  bouton.hidden = false;
  bouton.addEventListener('click', () => window.print());
});
